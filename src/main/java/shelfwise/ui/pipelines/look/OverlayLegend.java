package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The lines of a chart with two values each, in columns; where there is no room for the names beside them, each name stands above its values. */
final class OverlayLegend extends Pane {
    private static final double GAP = 16, ROW_GAP = 4, ROOM = 180, INDENT = 32;

    private record Row(Region name, Label best, Label last) { }

    private final Label bestHead, lastHead;
    private final List<Row> rows = new ArrayList<>();

    OverlayLegend(Label bestHead, Label lastHead) {
        this.bestHead = bestHead;
        this.lastHead = lastHead;
        getStyleClass().add("overlay-legend");
        getChildren().addAll(bestHead, lastHead);
    }

    void add(HBox name, Label best, Label last) {
        rows.add(new Row(name, best, last));
        getChildren().addAll(name, best, last);
    }

    @Override public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override protected double computeMinWidth(double height) {
        return snappedLeftInset() + INDENT + bestWidth() + GAP + lastWidth() + snappedRightInset();
    }

    @Override protected double computePrefWidth(double height) {
        double names = rows.stream().mapToDouble(r -> r.name().prefWidth(-1)).max().orElse(0);
        return snappedLeftInset() + names + GAP + bestWidth() + GAP + lastWidth() + snappedRightInset();
    }

    @Override protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override protected double computePrefHeight(double width) {
        double within = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + headHeight() + rows.stream().mapToDouble(r -> ROW_GAP + height(r, within)).sum() + snappedBottomInset();
    }

    private double bestWidth() {
        return Math.max(bestHead.prefWidth(-1), rows.stream().mapToDouble(r -> r.best().prefWidth(-1)).max().orElse(0));
    }

    private double lastWidth() {
        return Math.max(lastHead.prefWidth(-1), rows.stream().mapToDouble(r -> r.last().prefWidth(-1)).max().orElse(0));
    }

    private double headHeight() {
        return Math.max(bestHead.prefHeight(-1), lastHead.prefHeight(-1));
    }

    private double nameWidth(double within) {
        double beside = within - bestWidth() - lastWidth() - 2 * GAP;
        return beside >= ROOM ? beside : within;
    }

    private boolean stacked(double within) {
        return nameWidth(within) == within;
    }

    private static double valueHeight(Row r) {
        return Math.max(r.best().prefHeight(-1), r.last().prefHeight(-1));
    }

    private double height(Row r, double within) {
        double name = r.name().prefHeight(nameWidth(within));
        return stacked(within) ? name + valueHeight(r) : Math.max(name, valueHeight(r));
    }

    @Override protected void layoutChildren() {
        double left = snappedLeftInset(), within = getWidth() - left - snappedRightInset(), y = snappedTopInset();
        double best = left + (stacked(within) ? INDENT : nameWidth(within) + GAP), last = best + bestWidth() + GAP;
        bestHead.resizeRelocate(best, y, bestWidth(), headHeight());
        lastHead.resizeRelocate(last, y, lastWidth(), headHeight());
        y += headHeight();
        for (Row r : rows) {
            y += ROW_GAP;
            double name = r.name().prefHeight(nameWidth(within)), values = stacked(within) ? y + name : y;
            r.name().resizeRelocate(left, y, nameWidth(within), name);
            r.best().resizeRelocate(best, values, bestWidth(), valueHeight(r));
            r.last().resizeRelocate(last, values, lastWidth(), valueHeight(r));
            y += height(r, within);
        }
    }
}
