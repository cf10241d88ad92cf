package shelfwise.ui.snapshots;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import shelfwise.export.Provenance;
import shelfwise.export.Snapshot;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Severity;

/** Where a snapshot comes from: data, run, settings, doubts, hash. */
final class OriginPane extends VBox {
    private static final int HASH = 12;

    OriginPane(Snapshot snapshot, UiContext ui) {
        getStyleClass().add("group");
        Provenance from = snapshot.provenance();
        var facts = new GridPane();
        facts.getStyleClass().add("origin-facts");
        row(facts, ui.text("snapshots.created"), new Label(ui.numbers().moment(Instant.parse(snapshot.created()))));
        row(facts, ui.text("snapshots.run"), new Label(ui.text("snapshots.run.of", from.pipeline(), String.valueOf(from.run()),
                ui.numbers().duration(Math.round(from.seconds() * 1000)))));
        for (Provenance.Source s : from.data()) {
            row(facts, ui.text("snapshots.data"), hash(ui.text("snapshots.data.of", s.asset(), String.valueOf(s.version()), ui.numbers().count(s.rows())), s.hash()));
        }
        row(facts, ui.text("snapshots.size"), new Label(ui.text("snapshots.size.of", ui.numbers().count(snapshot.lists().stream().map(Snapshot.RankedList::user).distinct().count()),
                snapshot.lists().stream().map(Snapshot.RankedList::model).distinct().count(), ui.numbers().count(snapshot.items().size()))));
        row(facts, ui.text("snapshots.hash"), hash("", snapshot.hash()));
        row(facts, ui.text("snapshots.version"), new Label(from.version()));
        getChildren().add(facts);
        if (!from.doubts().isEmpty()) getChildren().add(doubts(from, ui));
    }

    private static void row(GridPane facts, String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), label, value);
    }

    private static Label hash(String before, String hash) {
        var label = new Label((before + "  " + hash.substring(0, Math.min(HASH, hash.length()))).strip());
        label.setTooltip(new Tooltip(hash));
        if (before.isEmpty()) label.getStyleClass().add("mono");
        return label;
    }

    private static FlowPane doubts(Provenance from, UiContext ui) {
        var badges = new FlowPane(8, 8);
        for (String d : from.doubts()) {
            Label badge = Severity.WARNING.badge(ui.text(d));
            badge.setTooltip(new Tooltip(ui.text(d + ".help")));
            badges.getChildren().add(badge);
        }
        return badges;
    }
}
