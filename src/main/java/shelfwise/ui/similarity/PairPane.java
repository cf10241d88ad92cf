package shelfwise.ui.similarity;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ItemCard;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.kit.ShareBar;
import shelfwise.ui.kit.Term;

/** The two products of the chosen cell, what their similarity rests on and the customers behind it; above it what the colours beside the rows mean. */
final class PairPane extends VBox {
    /** Colours of rows on the list and, grey, of rows from the history; told apart from those of the scale. */
    static final int LIST = 5, HISTORY = 8;

    private final UiContext ui;
    private final SimilarityViewModel model;
    private final VBox legend = new VBox(), body = new VBox();

    PairPane(UiContext ui, SimilarityViewModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("group", "similarity-pair");
        legend.getStyleClass().add("similarity-legend");
        body.getStyleClass().add("similarity-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(legend, scroll);
    }

    void show(Matrix.Found found) {
        long listed = found.view().inList().stream().filter(l -> l).count();
        legend.getChildren().setAll(mark(LIST, ui.text("similarity.listed", listed)), mark(HISTORY, ui.text("similarity.from-history", found.view().items().size() - listed)));
    }

    private static Node mark(int hue, String text) {
        var line = new HBox(ModelBox.dot(hue), new Label(text));
        line.getStyleClass().add("line");
        return line;
    }

    void show(@Nullable Pair pair) {
        body.getChildren().clear();
        if (pair == null) body.getChildren().add(text(ui.text("similarity.choose"), "muted"));
        else if (pair.same()) body.getChildren().addAll(item(pair.row(), pair.rowListed()), customers(pair, "similarity.customers"));
        else body.getChildren().addAll(text(sentence(pair), "similarity-sentence"), value(pair), item(pair.row(), pair.rowListed()), item(pair.column(), pair.columnListed()),
                customers(pair, "similarity.customers-both"));
    }

    private String sentence(Pair pair) {
        String key = pair.common().all() == 0 ? "similarity.sentence.none" : "similarity.sentence";
        return ui.text(key, pair.row().label(), pair.column().label(), pair.common().all(), pair.row().users(), pair.column().users());
    }

    private Node value(Pair pair) {
        var grid = new GridPane();
        grid.getStyleClass().add("facts");
        var number = new Label(ui.numbers().number(pair.value()));
        number.getStyleClass().add("similarity-value");
        grid.addRow(0, new Term(model.measure.get().name().toLowerCase(java.util.Locale.ROOT), ui.messages()), number);
        grid.addRow(1, new Term("support", ui.messages()), new Label(ui.numbers().count(pair.common().all())));
        return grid;
    }

    private Node item(ItemCard item, boolean listed) {
        var name = new HBox(ModelBox.dot(listed ? LIST : HISTORY), text(item.label(), "similarity-item"));
        name.getStyleClass().add("line");
        var link = new Hyperlink(ui.text("similarity.go.product"));
        link.setOnAction(_ -> ui.go("lists", Target.of("model", modelName(), "item", item.id())));
        var facts = new GridPane();
        facts.getStyleClass().add("facts");
        var id = new Label(item.id());
        id.getStyleClass().add("mono");
        facts.addRow(0, muted(ui.text("similarity.id")), id);
        facts.addRow(1, muted(ui.text("similarity.users")), new Label(ui.numbers().count(item.users())));
        var percentile = new Term("percentile", ui.messages());
        percentile.setMinWidth(USE_PREF_SIZE);
        facts.addRow(2, percentile, new ShareBar().show(item.percentile(), ui.numbers()));
        var box = new VBox(name, facts, link);
        box.getStyleClass().addAll("card", "similarity-card");
        return box;
    }

    private String modelName() {
        return Optional.ofNullable(model.model.get()).map(m -> m.name()).orElse("");
    }

    private Node customers(Pair pair, String heading) {
        var flow = new FlowPane();
        flow.getStyleClass().add("similarity-users");
        for (String id : pair.common().users()) {
            var user = new Hyperlink(id);
            user.setOnAction(_ -> ui.go("lists", Target.of("model", modelName(), "user", id)));
            flow.getChildren().add(user);
        }
        int more = pair.common().all() - pair.common().users().size();
        if (more > 0) flow.getChildren().add(text(ui.text("similarity.more-users", more), "caption"));
        return new VBox(text(ui.text(heading, pair.common().all()), "caption"), flow);
    }

    private static Label muted(String words) {
        return text(words, "muted");
    }

    private static Label text(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
