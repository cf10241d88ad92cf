package shelfwise.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import shelfwise.data.Metrics;
import shelfwise.evaluate.Better;
import shelfwise.evaluate.SegmentNames;
import shelfwise.evaluate.Yardstick;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;

/** One metric by segment: a row for each segment, a column for each model, the best of a row in bold. */
final class SegmentGrid extends GridPane {
    private static final int DIGITS = 4;

    /** @param choose told the segment whose name was pressed */
    SegmentGrid(CompareViewModel model, CompareViewModel.Found found, UiContext ui, Consumer<String> choose) {
        getStyleClass().add("metrics-grid");
        setId("compare-segments");
        List<String> models = found.metrics().models(), segments = found.segments().stream().filter(s -> !model.rows(s).isEmpty()).toList();
        for (int m = 0; m < models.size(); m++) put(new Label(Yardstick.name(models.get(m), ui.messages()), ModelBox.dot(found.hue(models.get(m)))), m + 2, 0);
        var users = new Label(ui.text("compare.segment.users"));
        users.getStyleClass().add("caption");
        put(users, 1, 0);
        for (int s = 0; s < segments.size(); s++) {
            String segment = segments.get(s);
            List<Metrics.Row> rows = model.rows(segment);
            var name = new Hyperlink(SegmentNames.of(segment, ui.messages()));
            name.setMinWidth(USE_PREF_SIZE);
            name.setOnAction(_ -> choose.accept(segment));
            add(name, 0, s + 1);
            put(new Label(ui.numbers().count(rows.getFirst().users())), 1, s + 1);
            for (Metrics.Row row : rows) put(value(row, rows, ui), models.indexOf(row.model()) + 2, s + 1);
        }
    }

    private static Label value(Metrics.Row row, List<Metrics.Row> rows, UiContext ui) {
        var label = new Label(ui.numbers().fixed(row.value(), DIGITS));
        Better better = Better.of(row.metric());
        if (better != Better.NEITHER && rows.stream().noneMatch(r -> better.beats(r.value(), row.value()))) label.getStyleClass().add("metrics-best");
        if (!Double.isNaN(row.low())) label.setTooltip(new Tooltip(ui.numbers().fixed(row.low(), DIGITS) + " – " + ui.numbers().fixed(row.high(), DIGITS)));
        return label;
    }

    private void put(Label cell, int column, int row) {
        cell.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(cell, HPos.RIGHT);
        add(cell, column, row);
    }
}
