package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Operators;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;
import shelfwise.pipeline.layout.Layout;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Place;
import shelfwise.ui.Theme;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** A window with the canvas alone, over edits that are kept nowhere. */
final class ToyCanvas implements Place, CanvasEdits {
    static final OperatorCatalogue OPERATORS = Operators.catalogue();
    private final PipelineEdits edits;
    private final ReadOnlyObjectWrapper<@Nullable Pipeline> pipeline = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    final List<String> named = new ArrayList<>(), opened = new ArrayList<>();
    @Nullable GraphCanvas canvas;

    ToyCanvas(Pipeline shown) {
        edits = new PipelineEdits(shown);
        pipeline.set(shown);
    }

    static Node node(String id, String operator, double x, double y) {
        return Node.of(id, OPERATORS.operator(operator)).at(x, y);
    }

    static Link link(String ends) {
        String[] e = ends.split("[ .]");
        return new Link(e[0], e[1], e[2], e[3]);
    }

    /** orders to events to split to two models and a judge. */
    static Pipeline shop() {
        Pipeline p = Pipeline.empty("shop").add(node("orders", "source.asset", 0, 0)).add(node("events", "prepare.interactions", 208, 0)).add(node("split", "split.leave-last-out", 416, 0))
                .add(node("popular", "model.popularity", 624, 0)).add(node("knn", "model.item-knn", 624, 120)).add(node("judge", "evaluate.ranking", 832, 0));
        for (String l : List.of("orders.table events.table", "events.interactions split.interactions", "split.split popular.split", "split.split judge.split", "popular.model judge.model")) {
            p = p.link(link(l));
        }
        return p;
    }

    /** {@code count} steps in parts of ten that are linked among each other: about two links a step. */
    static Pipeline large(int count) {
        Pipeline p = Pipeline.empty("large");
        int links = 0;
        for (int part = 0; p.nodes().size() < count; part++) {
            String s = "-" + part;
            p = p.add(node("orders" + s, "source.asset", 0, 0)).add(node("events" + s, "prepare.interactions", 0, 0)).add(node("split" + s, "split.leave-last-out", 0, 0));
            p = p.link(link("orders" + s + ".table events" + s + ".table")).link(link("events" + s + ".interactions split" + s + ".interactions"));
            int models = Math.min(11, count - p.nodes().size() - 1);
            if (models <= 0) break;
            p = p.add(node("judge" + s, "evaluate.ranking", 0, 0)).link(link("split" + s + ".split judge" + s + ".split"));
            for (int m = 0; m < models; m++) {
                String id = "knn" + s + "-" + m;
                p = p.add(node(id, "model.item-knn", 0, 0)).link(link("split" + s + ".split " + id + ".split")).link(link(id + ".model judge" + s + ".model"));
                if (part > 0) p = p.link(link("knn-" + (part - 1) + "-" + m + ".model judge" + s + ".model"));
            }
        }
        return Moves.placed(p, Layout.tidy(p));
    }

    /** Shows it in a window; on the UI thread. */
    Looks.Window open(Locale language, Theme theme) {
        Looks.Window window = Looks.window(new Looks.Look(language, theme), new NoChoosers());
        window.shell().open("Toy", List.of(this));
        return window;
    }

    @Override public void beginWithTemplate() { }

    @Override public String id() {
        return "pipelines";
    }

    @Override public Icons icon() {
        return Icons.PIPELINES;
    }

    @Override public javafx.scene.Node view(UiContext ui) {
        canvas = new GraphCanvas(this, OPERATORS, ui, n -> new NodeLook(n.label().isEmpty() ? ui.text("op." + n.operator() + ".name") : n.label(), ui.text("op." + n.operator() + ".name"),
                n.operator().substring(0, n.operator().indexOf('.')), Icons.MODEL, ui.text("pipelines.state.done"), "done", Icons.DONE, "severity-good", -1), _ -> Icons.MODEL, () -> opened.add("settings"));
        var pane = new BorderPane(canvas);
        pane.setLeft(new OperatorPalette(canvas, _ -> Icons.MODEL));
        return pane;
    }

    @Override public List<Command> commands(UiContext ui) {
        return canvas == null ? List.of() : canvas.commands().now();
    }

    @Override public boolean escape() {
        return canvas != null && canvas.giveUp();
    }

    GraphCanvas canvas() {
        return java.util.Objects.requireNonNull(canvas);
    }

    Pipeline now() {
        return edits.present();
    }

    void undo() {
        edits.undo();
        pipeline.set(edits.present());
    }

    @Override public ObservableValue<@Nullable Pipeline> pipeline() {
        return pipeline;
    }

    @Override public ObjectProperty<Selection> selection() {
        return selection;
    }

    @Override public void edit(Pipeline changed, Edit edit) {
        named.add(edit.key());
        edits.edit(changed, edit);
        pipeline.set(edits.present());
    }
}
