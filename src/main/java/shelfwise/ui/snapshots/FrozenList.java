package shelfwise.ui.snapshots;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.export.Snapshot;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;

/** One model's list as it was frozen, each row with the purchases it rests on. */
final class FrozenList extends VBox {
    FrozenList(Snapshot snapshot, Snapshot.RankedList list, int hue, UiContext ui) {
        getStyleClass().addAll("card", "frozen-list");
        var title = new Label(list.model(), ModelBox.dot(hue));
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        for (int r = 0; r < list.rows().size(); r++) getChildren().add(row(snapshot, r + 1, list.rows().get(r), ui));
    }

    private static HBox row(Snapshot snapshot, int rank, Snapshot.Row row, UiContext ui) {
        var number = new Label(String.valueOf(rank));
        number.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().addAll("muted", "frozen-rank");
        Snapshot.Item item = snapshot.items().get(row.item());
        var name = new Label(label(item));
        name.setTooltip(new Tooltip(label(item) + "\n" + item.id()));
        var reason = new Label(reason(snapshot, row, ui));
        reason.getStyleClass().add("caption");
        if (!row.why().isEmpty()) reason.setTooltip(new Tooltip(reasons(snapshot, row, ui)));
        var line = new HBox(number, new VBox(name, reason));
        line.getStyleClass().add("frozen-row");
        return line;
    }

    static String label(Snapshot.Item item) {
        return item.title().isEmpty() ? item.id() : item.title();
    }

    /** The first reason alone: there is room for no more, and it weighs most. */
    private static String reason(Snapshot snapshot, Snapshot.Row row, UiContext ui) {
        if (row.fallback() != 0) return ui.text("snapshots.fallback");
        return row.why().isEmpty() ? "" : because(snapshot, row.why().getFirst(), ui);
    }

    private static String reasons(Snapshot snapshot, Snapshot.Row row, UiContext ui) {
        return row.why().stream().map(w -> because(snapshot, w, ui)).collect(Collectors.joining("\n"));
    }

    private static String because(Snapshot snapshot, Snapshot.Why why, UiContext ui) {
        return ui.text("snapshots.because", label(snapshot.items().get(why.item())), ui.numbers().percent(why.share()));
    }
}
