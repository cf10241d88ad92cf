package shelfwise.ui.pipelines.look;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A name at the left and what belongs to it at the right; in a narrow pane the right part stands below, so that the name is read. */
final class WrappingLine extends Pane {
    private static final double GAP = 8;
    private final Region left, right;

    WrappingLine(Region left, Region right) {
        super(left, right);
        getStyleClass().add("look-pane-title-line");
        this.left = left;
        this.right = right;
    }

    @Override public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean together(double width) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1) <= width;
    }

    @Override protected double computeMinWidth(double height) {
        return right.prefWidth(-1);
    }

    @Override protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1);
    }

    @Override protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override protected double computePrefHeight(double width) {
        double l = left.prefHeight(-1), r = right.prefHeight(-1);
        return together(width < 0 ? computePrefWidth(-1) : width) ? Math.max(l, r) : l + r;
    }

    @Override protected void layoutChildren() {
        double width = getWidth(), l = left.prefHeight(-1), r = right.prefHeight(-1), side = right.prefWidth(-1);
        if (together(width)) {
            double high = Math.max(l, r);
            left.resizeRelocate(0, snapPositionY((high - l) / 2), width - GAP - side, l);
            right.resizeRelocate(width - side, snapPositionY((high - r) / 2), side, r);
        } else {
            left.resizeRelocate(0, 0, width, l);
            right.resizeRelocate(Math.max(0, width - side), l, side, r);
        }
    }
}
