package shelfwise.ui.pipelines;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeText;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** The node as it stands in the file: to look at, to copy, to change by hand with a check at each key. */
final class NodeJsonPane extends TitledPane {
    private final NodeText text;
    private final UiContext ui;
    private final TextArea area = new TextArea();
    private final Label wrong = new Label();
    private final Button apply = new Button(), back = new Button();
    private final Consumer<Node> applied;
    private Node node;
    private String shown = "";

    /** @param applied is given the node that was written */
    NodeJsonPane(Node node, NodeText text, UiContext ui, Consumer<Node> applied) {
        this.node = node;
        this.text = text;
        this.ui = ui;
        this.applied = applied;
        setText(ui.text("pipelines.json.title"));
        setId("node-json");
        setExpanded(false);
        setAnimated(false);
        area.getStyleClass().add("json-text");
        area.setAccessibleText(ui.text("pipelines.json.title"));
        area.textProperty().addListener((_, _, _) -> check());
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ENTER || !e.isShortcutDown()) return;
            apply.fire();
            e.consume();
        });
        wrong.getStyleClass().add("setting-problem");
        wrong.setWrapText(true);
        var icon = Icons.ERROR.icon();
        icon.getStyleClass().add("severity-error");
        wrong.setGraphic(icon);
        apply.setText(ui.text("pipelines.json.apply"));
        apply.setTooltip(new Tooltip(ui.text("pipelines.json.apply.tip")));
        apply.setOnAction(_ -> apply());
        back.setText(ui.text("pipelines.json.back"));
        back.setOnAction(_ -> area.setText(shown));
        var copy = new Button(ui.text("pipelines.json.copy"), Icons.COPY.icon());
        copy.setOnAction(_ -> copy());
        for (Button b : new Button[] {apply, back, copy}) b.getStyleClass().add("small");
        var acts = new HBox(8, apply, back, copy);
        setContent(new VBox(8, area, wrong, acts));
        show(node);
    }

    /** What is being written stays, unless it is what was shown. */
    void show(Node now) {
        boolean written = !area.getText().equals(shown);
        node = now;
        shown = text.write(now);
        if (!written) area.setText(shown);
        area.setPrefRowCount(Math.clamp(shown.lines().count() + 1, 6, 24));
        check();
    }

    private void check() {
        boolean written = !area.getText().equals(shown);
        String told = written ? problem() : "";
        wrong.setText(told);
        wrong.setVisible(!told.isEmpty());
        wrong.setManaged(!told.isEmpty());
        apply.setDisable(!written || !told.isEmpty());
        back.setDisable(!written);
    }

    private String problem() {
        try {
            text.read(node, area.getText());
            return "";
        } catch (ProblemException e) {
            Failure failure = Failure.of(e, ui.messages());
            return failure.where() + (failure.where().isEmpty() ? "" : ": ") + failure.what() + " " + failure.cure();
        }
    }

    private void apply() {
        if (apply.isDisabled()) return;
        Node now = text.read(node, area.getText());
        shown = area.getText(); // written as it is from here on
        applied.accept(now);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(area.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
