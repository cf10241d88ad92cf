package shelfwise.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.base.Messages;

/** Tells a failure: what, where, what to do; the details on request; all of it to be copied. */
public final class ErrorPane extends VBox {
    private static final int DETAIL_ROWS = 10;
    private final HBox buttons = new HBox();

    public ErrorPane(Failure failure, Messages messages) {
        getStyleClass().add("error-pane");
        var icon = Icons.ERROR.icon(20);
        icon.getStyleClass().add("severity-error");
        var heading = new HBox(icon, text(failure.what(), "section-title"));
        heading.getStyleClass().add("line");
        getChildren().add(heading);
        if (!failure.where().isEmpty()) getChildren().add(text(failure.where(), "error-where"));
        if (!failure.cure().isEmpty()) getChildren().add(text(failure.cure(), "error-cure"));
        var copy = new Button(messages.text("ui.copy"), Icons.COPY.icon());
        copy.setOnAction(_ -> copy(failure.asText()));
        buttons.getStyleClass().add("buttons");
        buttons.getChildren().add(copy);
        getChildren().addAll(details(failure, messages), buttons);
    }

    /** Puts a button before <i>Copy</i>: <i>Try again</i>, <i>Close</i>. */
    public ErrorPane button(String verb, Runnable act) {
        var button = new Button(verb);
        button.setOnAction(_ -> act.run());
        buttons.getChildren().addFirst(button);
        return this;
    }

    private static TitledPane details(Failure failure, Messages messages) {
        var area = new TextArea(failure.details());
        area.setEditable(false);
        area.setPrefRowCount(DETAIL_ROWS);
        area.getStyleClass().add("mono");
        var pane = new TitledPane(messages.text("ui.details"), area);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
