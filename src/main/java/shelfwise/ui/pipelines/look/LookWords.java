package shelfwise.ui.pipelines.look;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import shelfwise.app.look.PortFacts;
import shelfwise.data.Schema;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.PortType;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.Severity;

/** What is known of an output in words. */
record LookWords(UiContext ui) {
    /** What the canvas calls a step. */
    String name(Node node) {
        return node.label().isEmpty() ? ui.messages().find("op." + node.operator() + ".name").orElse(node.operator()) : node.label();
    }

    /** What the form of a step calls a setting that a sweep changes, {@code node.setting}; a parameter of the pipeline goes by its name. */
    String setting(String path, LookViewModel model) {
        int dot = path.indexOf('.');
        String name = path.substring(dot + 1);
        return model.node(path.substring(0, Math.max(0, dot))).flatMap(n -> ui.messages().find("op." + n.operator() + "." + name)).orElse(name);
    }

    String type(PortType type) {
        return ui.text(type.nameKey());
    }

    static Icons icon(PortType type) {
        return switch (type) {
            case TABLE -> Icons.ASSETS;
            case INTERACTIONS -> Icons.TIME;
            case CATALOGUE -> Icons.ITEM;
            case VECTORS -> Icons.VECTORS;
            case SPLIT -> Icons.SPLIT;
            case MODEL -> Icons.MODEL;
            case LISTS -> Icons.LISTS;
            case METRICS -> Icons.COMPARE;
        };
    }

    /** The first number that counts: 541,909 rows. */
    String size(PortFacts facts) {
        return switch (facts) {
            case PortFacts.OfTable f -> ui.text("look.size.table", count(f.rows()), f.schema().size());
            case PortFacts.OfEvents f -> ui.text("look.size.events", count(f.events()));
            case PortFacts.OfCatalogue f -> ui.text("look.size.catalogue", count(f.items()));
            case PortFacts.OfVectors f -> ui.text("look.size.vectors", count(f.vectors()), count(f.dimensions()));
            case PortFacts.OfSplit f -> ui.text("look.size.split", count(f.train()), count(f.test()));
            case PortFacts.OfModel f -> ui.text("look.size.model", count(f.events()));
            case PortFacts.OfLists f -> ui.text("look.size.lists", count(f.users()));
            case PortFacts.OfMetrics f -> ui.text("look.size.metrics", f.models().size(), f.metrics());
        };
    }

    /** What else is known, a line each. */
    List<String> more(PortFacts facts) {
        return switch (facts) {
            case PortFacts.OfTable _, PortFacts.OfCatalogue _ -> List.of();
            case PortFacts.OfVectors f -> told(f.told());
            case PortFacts.OfEvents f -> f.span().map(s -> List.of(who(f.users(), f.items()), ui.text("look.range.of", ui.numbers().day(s.first()), ui.numbers().day(s.last()))))
                    .orElseGet(() -> List.of(who(f.users(), f.items())));
            case PortFacts.OfSplit f -> split(f);
            case PortFacts.OfModel f -> List.of(ui.text("op." + f.operator() + ".name"), who(f.users(), f.items()));
            case PortFacts.OfLists f -> List.of(ui.text("look.card.model", f.model()), ui.text("look.card.rows", count(f.rows())));
            case PortFacts.OfMetrics f -> List.of(ui.list(f.models().stream().map(m -> shelfwise.evaluate.Yardstick.name(m, ui.messages()))));
        };
    }

    /** How vectors were made, as far as there are words for it. */
    private List<String> told(java.util.Map<String, String> told) {
        return told.entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).filter(e -> ui.messages().find("look.told." + e.getKey()).isPresent())
                .map(e -> ui.text("look.told." + e.getKey(), e.getValue().matches("\\d{1,18}") ? count(Long.parseLong(e.getValue())) : e.getValue())).toList();
    }

    private List<String> split(PortFacts.OfSplit f) {
        var lines = new java.util.ArrayList<String>();
        lines.add(method(f.method()));
        if (f.validation() > 0) lines.add(ui.text("look.card.validation", count(f.validation())));
        if (f.foldIn() > 0) lines.add(ui.text("look.card.fold-in", count(f.foldIn())));
        lines.add(who(f.users(), f.items()));
        return lines;
    }

    /** How it was split. */
    String method(String method) {
        String key = "look.split.method." + method;
        return ui.messages().find(key).isPresent() ? ui.text(key) : method;
    }

    private String who(long users, long items) {
        return ui.text("look.card.who", count(users), count(items));
    }

    private String count(long n) {
        return ui.numbers().count(n);
    }

    /** The columns where there are any: those of what is kept, else those to come. */
    static java.util.Optional<Schema> schema(PortLook look) {
        return switch (look.facts().orElse(null)) {
            case PortFacts.OfTable f -> java.util.Optional.of(f.schema());
            case PortFacts.OfCatalogue f -> java.util.Optional.of(f.schema());
            case null, default -> look.expected();
        };
    }

    /** Only a picture where all is well: heads are narrow. */
    Label mark(PortLook.Standing standing) {
        Label badge = standing(standing);
        if (standing != PortLook.Standing.PRESENT) return badge;
        badge.setTooltip(new Tooltip(badge.getText()));
        badge.setAccessibleText(badge.getText());
        badge.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        badge.getStyleClass().removeAll("badge", "badge-good");
        return badge;
    }

    /** Whether what is kept is of the present settings. */
    Label standing(PortLook.Standing standing) {
        String word = ui.text(standing.key());
        return switch (standing) {
            case PRESENT -> Severity.GOOD.badge(word);
            case STALE -> Severity.WARNING.badge(word);
            case NONE -> Severity.INFO.badge(word);
        };
    }
}
