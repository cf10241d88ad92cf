package shelfwise.ui.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextAlignment;

/** Named values as horizontal bars from zero, one below the other: top values, parts of a score. Negative ones go left. */
public final class ValueBars extends Drawn {
    /**
     * @param text  the value as it is written
     * @param hue   index of its colour of categories
     */
    public record Bar(String name, double value, String text, int hue) { }

    private static final double ROW = 24, THICK = 12, GAP = 8;
    private static final double NAME_SHARE = 0.5;
    private List<Bar> bars = List.of();
    private int under = -1;
    private int chosen = -1;
    private IntConsumer onChoose = _ -> { }, onHover = _ -> { };

    public ValueBars(ObservableObjectValue<Palette> palette) {
        super(palette, "value-bars");
        setOnMouseClicked(e -> choose(rowAt(e.getY())));
        setOnKeyPressed(e -> {
            int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
            if (step == 0 || bars.isEmpty()) return;
            choose(Math.clamp(chosen + step, 0, bars.size() - 1));
            e.consume();
        });
    }

    public void show(List<Bar> newBars) {
        bars = List.copyOf(newBars);
        under = -1;
        chosen = -1;
        setMinHeight(ROW * bars.size());
        setPrefHeight(ROW * bars.size());
        redraw();
    }

    /** Called with the index of the bar clicked, or come to by the arrow keys where the bars can be focused. */
    public void onChoose(IntConsumer action) {
        onChoose = action;
        setFocusTraversable(true);
    }

    /** Called with the index of the bar under the pointer; with that of the chosen one, or -1, when the pointer leaves. */
    public void onHover(IntConsumer action) {
        onHover = action;
    }

    private void choose(int row) {
        if (row < 0 || row >= bars.size()) return;
        requestFocus();
        chosen = row;
        onChoose.accept(row);
        redraw();
    }

    @Override void draw(GraphicsContext g, double width, double height) {
        double names = Math.min(width * NAME_SHARE, bars.stream().mapToDouble(b -> widthOf(b.name())).max().orElse(0));
        double texts = bars.stream().mapToDouble(b -> widthOf(b.text())).max().orElse(0);
        double low = Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0)), high = Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        double room = Math.max(0, width - names - texts - 2 * GAP), range = high > low ? high - low : 1, zero = names + GAP + room * -low / range;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = i * ROW + ROW / 2, length = room * Math.abs(bar.value()) / range;
            if (i == under || i == chosen) {
                g.setFill(palette().grid());
                g.fillRoundRect(0, i * ROW, width, ROW, 6, 6);
            }
            text(g, cut(bar.name(), names), 0, middle, TextAlignment.LEFT, palette().text());
            g.setFill(palette().category(bar.hue()));
            g.fillRect(bar.value() < 0 ? zero - length : zero, middle - THICK / 2, Math.max(bar.value() == 0 ? 0 : 1, length), THICK);
            text(g, bar.text(), width, middle, TextAlignment.RIGHT, palette().muted());
        }
        if (low < 0) line(g, zero, 0, zero, bars.size() * ROW, palette().muted());
    }

    private int rowAt(double y) {
        int row = (int) Math.floor(y / ROW);
        return Double.isNaN(y) || row < 0 || row >= bars.size() ? -1 : row;
    }

    @Override void hover(double x, double y) {
        int now = rowAt(y);
        if (now == under) return;
        under = now;
        tell(now < 0 ? "" : bars.get(now).name() + ":  " + bars.get(now).text());
        onHover.accept(now < 0 ? chosen : now);
        redraw();
    }
}
