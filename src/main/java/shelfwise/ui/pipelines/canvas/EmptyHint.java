package shelfwise.ui.pipelines.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.ui.kit.Icons;

/** On an empty canvas: what to do first. The words let the pointer through, so that a double click on them asks for a step as beside them. */
final class EmptyHint extends VBox {
    private static final double WIDEST = 440, INSET = 16;
    private final GraphCanvas canvas;
    private final HBox acts = new HBox();

    EmptyHint(GraphCanvas canvas) {
        this.canvas = canvas;
        CanvasTexts texts = canvas.texts();
        setManaged(false);
        setVisible(false);
        setId("canvas-hint");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        getStyleClass().add("canvas-hint");
        var title = new Label(texts.text("canvas.empty.title"));
        title.getStyleClass().add("section-title");
        var words = new Label(texts.text("canvas.empty"));
        words.getStyleClass().add("empty-state-text");
        words.setWrapText(true);
        title.setMouseTransparent(true);
        words.setMouseTransparent(true);
        acts.setAlignment(Pos.CENTER);
        acts.setPickOnBounds(false);
        acts.getStyleClass().add("group");
        Button add = button("canvas.act.add", Icons.ADD, canvas.steps()::askHere);
        add.setId("hint-add");
        add.getStyleClass().add("accent");
        Button list = button("canvas.empty.list", Icons.OPERATORS, () -> canvas.choices().showPalette(true));
        list.setId("hint-list");
        list.visibleProperty().bind(canvas.choices().palette().not());
        list.managedProperty().bind(list.visibleProperty());
        Button templates = button("templates.open", Icons.PIPELINES, canvas.edits()::beginWithTemplate);
        templates.setId("hint-template");
        acts.getChildren().addAll(add, list, templates);
        getChildren().addAll(title, words, acts);
    }

    private Button button(String key, Icons icon, Runnable act) {
        var button = new Button(canvas.texts().text(key), icon.icon());
        button.setOnAction(_ -> act.run());
        return button;
    }

    void show(boolean wanted) {
        if (wanted == isVisible()) return;
        setVisible(wanted);
        canvas.requestLayout();
    }

    /** In the middle of so much room. */
    void place(double width, double height) {
        if (!isVisible()) return;
        applyCss(); // else it would be measured without its style
        double wide = Math.min(Math.max(WIDEST, acts.prefWidth(-1) + 2 * INSET), width - 2 * INSET), tall = prefHeight(wide);
        resizeRelocate(Math.round((width - wide) / 2), Math.round((height - tall) / 2), wide, tall);
    }
}
