package shelfwise.pipeline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameter;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.pipeline.Unread;
import shelfwise.pipeline.diff.PipelineDiff.Difference;
import shelfwise.pipeline.diff.PipelineDiff.Kind;
import shelfwise.pipeline.diff.PipelineDiff.Part;
import shelfwise.pipeline.diff.PipelineDiff.Section;
import shelfwise.pipeline.diff.PipelineDiff.What;

/** Compares two pipelines. */
final class Comparing {
    private final Pipeline before, after;
    private final OperatorCatalogue operators;
    private final Map<String, String> matched;
    private final Map<String, String> back = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();

    Comparing(Pipeline before, Pipeline after, OperatorCatalogue operators) {
        this.before = before;
        this.after = after;
        this.operators = operators;
        matched = Matching.of(before, after);
        matched.forEach((b, a) -> back.put(a, b));
    }

    PipelineDiff diff() {
        int moved = 0;
        for (Node n : after.nodes()) {
            Optional<Node> was = Optional.ofNullable(back.get(n.id())).flatMap(before::find);
            if (node(was, n) && was.filter(w -> w.x() != n.x() || w.y() != n.y()).isPresent()) moved++;
        }
        for (Node n : before.nodes()) if (!matched.containsKey(n.id())) parts.add(new Part(Section.NODE, Kind.REMOVED, n.id(), "", n.operator(), List.of()));
        named(Section.PARAMETER, before.parameters(), after.parameters(), Parameter::name, this::parameters);
        named(Section.GROUP, before.groups(), after.groups(), Group::id, this::groups);
        named(Section.NOTE, before.notes(), after.notes(), Note::id, Comparing::notes);
        return new PipelineDiff(parts, moved);
    }

    /** Answers whether it is the same. */
    private boolean node(Optional<Node> was, Node is) {
        var found = new ArrayList<Difference>();
        was.ifPresent(w -> {
            differ(found, What.ID, "", w.id(), is.id());
            differ(found, What.OPERATOR, "", w.operator(), is.operator());
            differ(found, What.LABEL, "", w.label(), is.label());
            differ(found, What.ENABLED, "", Boolean.toString(w.enabled()), Boolean.toString(is.enabled()));
        });
        settings(found, was, is);
        links(found, was, is);
        if (was.isPresent() && found.isEmpty()) return true;
        parts.add(new Part(Section.NODE, was.isPresent() ? Kind.CHANGED : Kind.ADDED, was.map(Node::id).orElse(""), is.id(), is.operator(), found));
        return false;
    }

    private static void differ(List<Difference> found, What what, String name, String before, String after) {
        if (!before.equals(after)) found.add(new Difference(what, name, before, after));
    }

    /** Of an added node those that are not the default. Of another operator's settings those of like name. */
    private void settings(List<Difference> found, Optional<Node> was, Node is) {
        if (operators.readable(is).isEmpty() || was.isPresent() && operators.readable(was.get()).isEmpty()) {
            was.ifPresent(w -> differ(found, What.SETTING, "", Unread.of(w).map(Unread::json).orElse(""), Unread.of(is).map(Unread::json).orElse("")));
            return;
        }
        SettingsForm form = operators.form(is);
        for (SettingSpec s : form.specs()) {
            String old = was.flatMap(w -> text(w, s.name())).orElseGet(() -> form.text(s.name(), s.initial()));
            differ(found, What.SETTING, s.name(), old, form.text(s.name(), form.get(is.settings(), s.name())));
        }
    }

    private Optional<String> text(Node node, String setting) {
        SettingsForm form = operators.form(node);
        return form.specs().stream().filter(s -> s.name().equals(setting)).findFirst().map(s -> form.text(setting, form.get(node.settings(), setting)));
    }

    /** By input: what is linked there no more, what is now, and whether the order of several changed. */
    private void links(List<Difference> found, Optional<Node> was, Node is) {
        var ports = new LinkedHashSet<String>();
        was.ifPresent(w -> before.into(w.id()).forEach(l -> ports.add(l.toPort())));
        after.into(is.id()).forEach(l -> ports.add(l.toPort()));
        for (String port : ports) {
            List<String> old = was.map(w -> before.into(w.id(), port).stream().map(this::translated).toList()).orElse(List.of());
            List<String> now = after.into(is.id(), port).stream().map(Link::from).toList();
            List<String> gone = old.stream().filter(o -> !now.contains(o)).toList(), come = now.stream().filter(n -> !old.contains(n)).toList();
            if (gone.size() == 1 && come.size() == 1) found.add(new Difference(What.LINK, port, gone.getFirst(), come.getFirst()));
            else {
                gone.forEach(g -> found.add(new Difference(What.LINK, port, g, "")));
                come.forEach(c -> found.add(new Difference(What.LINK, port, "", c)));
            }
            if (gone.isEmpty() && come.isEmpty()) differ(found, What.ORDER, port, String.join(", ", old), String.join(", ", now));
        }
    }

    /** Where a link came from, by the id that node has now. */
    private String translated(Link link) {
        return matched.getOrDefault(link.fromNode(), link.fromNode()) + "." + link.fromPort();
    }

    private <T> void named(Section section, List<T> before, List<T> after, Function<T, String> name, BiFunction<Optional<T>, T, List<Difference>> compare) {
        for (T is : after) {
            Optional<T> was = before.stream().filter(b -> name.apply(b).equals(name.apply(is))).findFirst();
            List<Difference> found = compare.apply(was, is);
            if (was.isEmpty()) parts.add(new Part(section, Kind.ADDED, "", name.apply(is), "", found));
            else if (!found.isEmpty()) parts.add(new Part(section, Kind.CHANGED, name.apply(is), name.apply(is), "", found));
        }
        for (T b : before) {
            if (after.stream().noneMatch(a -> name.apply(a).equals(name.apply(b)))) parts.add(new Part(section, Kind.REMOVED, name.apply(b), "", "", List.of()));
        }
    }

    private List<Difference> parameters(Optional<Parameter> was, Parameter is) {
        var found = new ArrayList<Difference>();
        differ(found, What.VALUE, "", was.map(Parameter::value).orElse(""), is.value());
        differ(found, What.MEANING, "", was.map(Parameter::meaning).orElse(""), is.meaning());
        differ(found, What.FOLLOWERS, "", was.map(p -> String.join(", ", p.settings().stream().map(this::follower).toList())).orElse(""), String.join(", ", is.settings()));
        return found;
    }

    private String follower(String setting) {
        int dot = setting.indexOf('.');
        return matched.getOrDefault(setting.substring(0, dot), setting.substring(0, dot)) + setting.substring(dot);
    }

    private List<Difference> groups(Optional<Group> was, Group is) {
        var found = new ArrayList<Difference>();
        differ(found, What.LABEL, "", was.map(Group::label).orElse(""), is.label());
        differ(found, What.MEMBERS, "", was.map(g -> String.join(", ", g.members().stream().map(m -> matched.getOrDefault(m, m)).sorted().toList())).orElse(""),
                String.join(", ", is.members().stream().sorted().toList()));
        return found;
    }

    private static List<Difference> notes(Optional<Note> was, Note is) {
        var found = new ArrayList<Difference>();
        differ(found, What.TEXT, "", was.map(Note::text).orElse(""), is.text());
        return found;
    }
}
