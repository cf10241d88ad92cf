package shelfwise.ui.kit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** A picture drawn on a canvas in the control's size, again whenever size, theme, font or data change. */
abstract class Drawn extends Region {
    private static final Duration HOVER = Duration.millis(120);
    private final Canvas canvas = new Canvas();
    private final Text probe = new Text();
    private final Text ruler = new Text();
    private final Tooltip tip = new Tooltip();
    private String name = "";
    private final ObservableObjectValue<Palette> palette;
    private final ChangeListener<Palette> recolour = (_, _, _) -> recolour();

    Drawn(ObservableObjectValue<Palette> palette, String style) {
        this.palette = palette;
        getStyleClass().addAll("drawn", style);
        probe.getStyleClass().add("chart-text");
        probe.setManaged(false);
        probe.setVisible(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, probe);
        palette.addListener(new WeakChangeListener<>(recolour)); // weakly: many a picture is shown for a moment only
        probe.fontProperty().addListener((_, _, _) -> redraw());
        tip.setShowDelay(HOVER);
        setOnMouseExited(_ -> hover(Double.NaN, Double.NaN));
        setOnMouseMoved(e -> hover(e.getX(), e.getY()));
    }

    /** The theme has changed. */
    void recolour() {
        redraw();
    }

    /** Draws all of it on a cleared canvas. */
    abstract void draw(GraphicsContext g, double width, double height);

    /** The pointer is here, NaN when it left. */
    void hover(double x, double y) { }

    /** What it is, for a screen reader; what the pointer rests on is told behind it. */
    public final void name(String now) {
        name = now;
        setAccessibleText(now);
    }

    /** What the pointer rests on, in words; nothing if blank. */
    final void tell(String text) {
        if (text.equals(tip.getText())) return;
        tip.setText(text);
        if (text.isBlank()) Tooltip.uninstall(this, tip);
        else Tooltip.install(this, tip);
        setAccessibleText(Stream.of(name, text).filter(t -> !t.isBlank()).collect(Collectors.joining(", ")));
    }

    final void redraw() {
        double width = canvas.getWidth(), height = canvas.getHeight();
        if (width <= 0 || height <= 0) return;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setLineWidth(1);
        draw(g, width, height);
    }

    @Override protected void layoutChildren() {
        double width = snapSizeX(getWidth()), height = snapSizeY(getHeight());
        if (canvas.getWidth() == width && canvas.getHeight() == height) return;
        canvas.setWidth(width);
        canvas.setHeight(height);
        redraw();
    }

    final Palette palette() {
        return palette.get();
    }

    final double widthOf(String text) {
        ruler.setFont(probe.getFont());
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** The text, cut with … to fit. */
    final String cut(String text, double room) {
        if (widthOf(text) <= room) return text;
        int low = 0, high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (widthOf(text.substring(0, middle) + "…") <= room) low = middle;
            else high = middle - 1;
        }
        return low == 0 ? "" : text.substring(0, low) + "…";
    }

    /** Draws text whose anchor is at x, the middle of its height at y. */
    final void text(GraphicsContext g, String text, double x, double y, TextAlignment side, Color colour) {
        g.setFont(probe.getFont());
        g.setFill(colour);
        g.setTextAlign(side);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /** A line one pixel wide, along the pixels. */
    static void line(GraphicsContext g, double x1, double y1, double x2, double y2, Color colour) {
        g.setStroke(colour);
        g.strokeLine(Math.floor(x1) + 0.5, Math.floor(y1) + 0.5, Math.floor(x2) + 0.5, Math.floor(y2) + 0.5);
    }
}
