package shelfwise.ui.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService.Reason;
import shelfwise.model.Evidence;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.kit.ValueBars;

/** Why the chosen row is there: a sentence, what contributed and how much, what is known of the product, where to go on. */
final class WhyPane extends VBox {
    private static final int BARS = 12;
    private final UiContext ui;
    private final ListsViewModel model;
    private final WhyWords words;
    private final Consumer<String> onPoint;
    private final StatePane body = new StatePane();

    /** @param onPoint gets the id of the history item that a person points at, blank if none */
    WhyPane(UiContext ui, ListsViewModel model, Consumer<String> onPoint) {
        this.ui = ui;
        this.model = model;
        this.onPoint = onPoint;
        words = new WhyWords(ui);
        getStyleClass().addAll("group", "lists-why");
        var heading = new Label(ui.text("lists.why"));
        heading.getStyleClass().add("section-title");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(heading, body);
    }

    void show(Why why) {
        switch (why) {
            case Why.Nothing _ -> body.showContent(text(ui.text("lists.why.nothing"), "muted"));
            case Why.Busy _ -> body.showBusy(ui.text("lists.why.busy"));
            case Why.Failed f -> body.showError(f.cause(), ui.messages(), model::load);
            case Why.OfRow w -> scroll(row(w));
            case Why.OfPair w -> scroll(pair(w));
        }
    }

    private void scroll(VBox content) {
        content.getStyleClass().add("lists-why-body");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        body.showContent(scroll);
    }

    private VBox row(Why.OfRow why) {
        ItemCard item = why.row().item();
        var content = new VBox(title(item), sentence(words.sentence(why)));
        List<Reason> parts = why.reasons().stream().filter(r -> !WhyWords.rule(r)).toList(), rules = why.reasons().stream().filter(WhyWords::rule).toList();
        if (!parts.isEmpty()) content.getChildren().addAll(bars(why, parts));
        if (!rules.isEmpty()) content.getChildren().addAll(rules(rules));
        if (!parts.isEmpty() && !why.list().attention().isEmpty()) content.getChildren().add(new AttentionPane(why.list().attention(), why.model().hue(), onPoint, ui));
        if (why.texts()) content.getChildren().add(new TellingWordsPane(why, model, ui));
        content.getChildren().add(facts(why));
        var matrix = new Target(Map.of("model", why.model().name(), "user", why.list().user(), "item", item.id()));
        content.getChildren().add(links(link("lists.go.similar", () -> model.chooseItem(item.id())), link("lists.go.similarity", () -> ui.go("similarity", matrix))));
        return content;
    }

    private Node facts(Why.OfRow why) {
        var facts = new ItemFacts(ui, why.row().item());
        if (why.row().fallback() == Fallback.NONE) facts.row(ui.text("lists.column.score"), ui.numbers().number(why.row().score()));
        return facts;
    }

    /** What moved it besides what speaks for it. */
    private List<Node> rules(List<Reason> rules) {
        var lines = new VBox();
        lines.setId("lists-rules");
        for (Reason r : rules) lines.getChildren().add(text(words.ruled(r), "lists-rule"));
        return List.of(text(ui.text("lists.why.rules"), "lists-caption"), lines);
    }

    private List<Node> bars(Why.OfRow why, List<Reason> parts) {
        List<Reason> shown = parts.stream().limit(BARS).toList();
        boolean users = shown.getFirst().user();
        var bars = new ValueBars(ui.palette());
        bars.setId("lists-reasons");
        bars.name(ui.text("lists.why"));
        bars.show(shown.stream().map(r -> new ValueBars.Bar(words.label(r), r.part().share(), ui.numbers().percent(r.part().share()), why.model().hue())).toList());
        var detail = text("", "caption");
        var visit = link("lists.go.customer", () -> { });
        visit.setVisible(users);
        visit.setManaged(users);
        var under = new VBox(detail, visit);
        under.getStyleClass().add("lists-reason");
        bars.onHover(i -> point(i < 0 ? null : shown.get(i), detail, visit));
        bars.onChoose(i -> point(shown.get(i), detail, visit));
        point(shown.getFirst(), detail, visit);
        onPoint.accept("");
        var nodes = new ArrayList<Node>(List.of(text(ui.text("lists.why.by." + shown.getFirst().part().kind().name().toLowerCase(java.util.Locale.ROOT)), "lists-caption"), bars));
        if (parts.size() > shown.size()) {
            double rest = parts.stream().skip(BARS).mapToDouble(r -> r.part().share()).sum();
            nodes.add(text(ui.text("lists.why.rest", parts.size() - BARS, ui.numbers().percent(rest)), "caption"));
        }
        nodes.add(under);
        if (!why.additive()) nodes.add(text(ui.text("lists.why.not-additive"), "caption"));
        return nodes;
    }

    private void point(@Nullable Reason reason, Label detail, Hyperlink visit) {
        onPoint.accept(reason == null || reason.part().kind() != Evidence.Kind.ITEM ? "" : reason.id());
        if (reason == null) return;
        detail.setText(words.label(reason) + "\n" + words.detail(reason));
        visit.setText(ui.text("lists.go.customer", reason.id()));
        visit.setOnAction(_ -> model.chooseUser(reason.id()));
    }

    private VBox pair(Why.OfPair why) {
        ItemCard other = why.other().item();
        var facts = new ItemFacts(ui, other).row(ui.text("lists.column.similarity"), ui.numbers().number(why.other().similarity()));
        var content = new VBox(title(other), sentence(words.sentence(why)), facts);
        if (why.common().all() > 0) {
            var users = new FlowPane();
            users.getStyleClass().add("lists-users");
            for (String id : why.common().users()) {
                var user = new Hyperlink(id);
                user.setOnAction(_ -> model.chooseUser(id));
                users.getChildren().add(user);
            }
            int more = why.common().all() - why.common().users().size();
            if (more > 0) users.getChildren().add(text(ui.text("lists.why.more-users", more), "caption"));
            content.getChildren().addAll(text(ui.text("lists.why.common"), "lists-caption"), users);
        }
        content.getChildren().add(links(link("lists.go.similar", () -> model.chooseItem(other.id()))));
        return content;
    }

    private static Node title(ItemCard item) {
        return text(item.label(), "lists-title");
    }

    private static Node sentence(String words) {
        return text(words, "lists-sentence");
    }

    private static Node links(Hyperlink... links) {
        var box = new VBox(links);
        box.getStyleClass().add("lists-links");
        return box;
    }

    private Hyperlink link(String key, Runnable act) {
        var link = new Hyperlink(ui.text(key, ""));
        link.setOnAction(_ -> act.run());
        return link;
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
