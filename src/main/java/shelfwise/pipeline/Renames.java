package shelfwise.pipeline;

import java.util.List;

/** New names of steps and parameters, in everything that names them: links, groups, parameters and the settings of other steps. */
public final class Renames {
    private Renames() { }

    /**
     * Gives a step another id. Settings of steps it is linked to that name its model follow, and so do those that name one of its settings.
     *
     * @throws shelfwise.base.ProblemException if the id is taken or can't be one
     */
    public static Pipeline node(Pipeline pipeline, OperatorCatalogue operators, String id, String newId) {
        Pipeline now = pipeline.rename(id, newId);
        for (Node n : now.nodes()) {
            now = followed(now, operators, n, (picks, written) -> switch (picks.value()) {
                case MODEL -> written.equals(id) && pipeline.outOf(id).stream().anyMatch(l -> l.toNode().equals(n.id()) && l.toPort().equals(picks.port())) ? newId : written;
                case SETTING -> written.strip().startsWith(id + ".") ? newId + written.strip().substring(id.length()) : written;
                case ASSET, COLUMN, ENCODER, IMAGE_ENCODER, EXPRESSION, CONDITION -> written;
            });
        }
        return now;
    }

    /** Gives a parameter another name. @throws shelfwise.base.ProblemException if that is taken or can't be one */
    public static Pipeline parameter(Pipeline pipeline, OperatorCatalogue operators, String name, String newName) {
        Pipeline now = Parameters.rename(pipeline, name, newName);
        for (Node n : now.nodes()) now = followed(now, operators, n, (picks, written) -> picks.value() == Picks.What.SETTING && written.strip().equals(name) ? newName : written);
        return now;
    }

    private interface Naming {
        String of(Picks picks, String written);
    }

    private static Pipeline followed(Pipeline pipeline, OperatorCatalogue operators, Node node, Naming naming) {
        if (operators.readable(node).isEmpty()) return pipeline;
        SettingsForm form = operators.form(node);
        Record settings = node.settings();
        for (SettingSpec s : form.specs()) {
            Object was = form.get(settings, s.name()), is = renamed(s, was, naming);
            if (!is.equals(was)) settings = form.with(settings, s.name(), is);
        }
        return settings.equals(node.settings()) ? pipeline : Parameters.set(pipeline, operators, node.id(), settings);
    }

    private static Object renamed(SettingSpec spec, Object value, Naming naming) {
        return switch (spec.kind()) {
            case TEXT -> spec.picks().map(p -> naming.of(p, value.toString())).orElse(value.toString());
            case TABLE -> ((List<?>) value).stream().map(row -> row(spec, (Record) row, naming)).toList();
            case WHOLE, DECIMAL, FLAG, CHOICE, TEXT_LIST, NUMBER_LIST, CHOICE_LIST -> value;
        };
    }

    private static Record row(SettingSpec table, Record row, Naming naming) {
        SettingsForm form = SettingsForm.ofRow(table);
        Record now = row;
        for (SettingSpec column : table.columns()) {
            Object was = form.get(now, column.name()), is = renamed(column, was, naming);
            if (!is.equals(was)) now = form.with(now, column.name(), is);
        }
        return now;
    }
}
