package shelfwise.ui.snapshots;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        for (int r = 0; r < list.rows().size(); r++) getChildren().add(row(snapshot, list, r + 1, ui));
    }

    private static HBox row(Snapshot snapshot, Snapshot.RankedList list, int rank, UiContext ui) {
        Snapshot.Row row = list.rows().get(rank - 1);
        List<String> notes = list.notes(rank, ui.messages());
        var number = new Label(String.valueOf(rank));
        number.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().addAll("muted", "frozen-rank");
        Snapshot.Item item = snapshot.items().get(row.item());
        var name = new Label(label(item));
        name.setTooltip(new Tooltip(label(item) + "\n" + item.id()));
        var reason = new Label(reason(snapshot, row, notes, ui));
        reason.getStyleClass().add("caption");
        if (!row.why().isEmpty() || !notes.isEmpty()) reason.setTooltip(new Tooltip(reasons(snapshot, row, notes, ui)));
        var line = new HBox(number, new VBox(name, reason));
        line.getStyleClass().add("frozen-row");
        return line;
    }

    static String label(Snapshot.Item item) {
        return item.title().isEmpty() ? item.id() : item.title();
    }

    /** The first reason alone: there is room for no more, and it weighs most. */
    private static String reason(Snapshot snapshot, Snapshot.Row row, List<String> notes, UiContext ui) {
        if (row.fallback() != 0) return ui.text("snapshots.fallback");
        if (row.why().isEmpty()) return notes.isEmpty() ? "" : notes.getFirst();
        return because(snapshot, row.why().getFirst(), ui);
    }

    private static String reasons(Snapshot snapshot, Snapshot.Row row, List<String> notes, UiContext ui) {
        return Stream.concat(row.why().stream().map(w -> because(snapshot, w, ui)), notes.stream()).collect(Collectors.joining("\n"));
    }

    private static String because(Snapshot snapshot, Snapshot.Why why, UiContext ui) {
        return ui.text("snapshots.because", label(snapshot.items().get(why.item())), ui.numbers().percent(why.share()));
    }
}
