package shelfwise.ui.quality;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Workspace;
import shelfwise.profile.Alert;
import shelfwise.profile.Fix;
import shelfwise.profile.Profile;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.DataTable;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.profile.Findings;

/** A finding: why it matters, what to do, the step that mends it, and its rows. */
final class AlertPane extends BorderPane {
    private static final double NUMBER = 80;
    private final UiContext ui;
    private final StatePane state = new StatePane();
    private final DataTable table;

    /** @param goColumn shows a column's statistics */
    AlertPane(Alert alert, Profile profile, Workspace workspace, UiContext ui, Consumer<String> goColumn) {
        this.ui = ui;
        table = ui.dataTable();
        table.setId("alert-rows");
        getStyleClass().add("quality-detail");
        var words = new Findings(ui);
        var head = new VBox();
        head.getStyleClass().add("group");
        var title = text(words.what(alert));
        title.getStyleClass().add("section-title");
        var badge = Findings.look(alert.severity()).badge(words.severity(alert.severity()));
        badge.setMinWidth(USE_PREF_SIZE);
        var facts = new HBox(badge, muted(words.size(alert)), muted(words.points(profile, alert)));
        facts.getStyleClass().add("line");
        alert.column().ifPresent(c -> {
            var link = new Hyperlink(ui.text("quality.go-column", c));
            link.setOnAction(_ -> goColumn.accept(c));
            facts.getChildren().add(link);
        });
        head.getChildren().addAll(title, facts, text(words.why(alert)), text(words.cure(alert)));
        alert.fix().ifPresent(fix -> head.getChildren().add(step(fix, workspace)));
        setTop(head);
        setCenter(state);
        BorderPane.setMargin(state, new javafx.geometry.Insets(12, 0, 0, 0));
        if (alert.count() == 0) state.showContent(whole());
        else state.showBusy(ui.text("quality.rows.reading"));
    }

    private Node whole() {
        var label = muted(ui.text("quality.rows.whole"));
        javafx.scene.layout.StackPane.setAlignment(label, javafx.geometry.Pos.TOP_LEFT);
        return label;
    }

    void showRows(AlertTable rows) {
        table.show(rows, c -> c == 0 ? DataTable.Header.plain(NUMBER) : DataTable.Header.of(Optional.empty()));
        state.showContent(table);
        rows.alert().column().ifPresent(c -> rows.schema().find(c).ifPresent(table::scrollToColumn));
    }

    void showFailure(Throwable cause, Runnable again) {
        state.showError(cause, ui.messages(), again);
    }

    private Node step(Fix fix, Workspace workspace) {
        var text = new FixText(workspace.operators(), ui.messages());
        var lines = new VBox();
        lines.getStyleClass().add("asset-cell");
        var name = new Label(ui.text("quality.step", text.name(fix)));
        name.getStyleClass().add("asset-name");
        lines.getChildren().add(name);
        for (String setting : text.settings(fix)) lines.getChildren().add(text(setting));
        var copy = new Button(ui.text("quality.step.copy"), Icons.COPY.icon());
        copy.setId("copy-step");
        copy.setOnAction(_ -> copy(workspace.quality().step(fix)));
        var go = new Button(ui.text("quality.step.go"), Icons.PIPELINES.icon());
        go.setOnAction(_ -> ui.go("pipelines"));
        copy.setMinWidth(USE_PREF_SIZE);
        go.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var box = new HBox(lines, copy, go);
        box.getStyleClass().addAll("card", "quality-step");
        return box;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label text(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setManaged(!words.isEmpty());
        return label;
    }
}
