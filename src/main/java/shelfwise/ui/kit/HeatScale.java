package shelfwise.ui.kit;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * How values become colours.
 *
 * @param diverging white at zero and both signs told apart, {@code low} is then {@code -high}; else from little to much
 * @param low       the value of the first colour; below it the colour is the same
 * @param high      the value of the last colour
 * @param title     what the values are, with their unit: stands beside the legend
 */
public record HeatScale(boolean diverging, double low, double high, String title) {
    /** @throws IllegalArgumentException unless {@code low < high} */
    public HeatScale {
        if (!(low < high)) throw new IllegalArgumentException("low must be below high, was " + low + " to " + high);
    }

    public static HeatScale sequential(double low, double high, String title) {
        return new HeatScale(false, low, high > low ? high : low + 1, title);
    }

    /** From {@code -most} to {@code most}. */
    public static HeatScale diverging(double most, String title) {
        return new HeatScale(true, most > 0 ? -most : -1, most > 0 ? most : 1, title);
    }

    List<Color> stops(Palette palette) {
        return diverging ? palette.diverging() : palette.sequential();
    }

    /** Index of the colour of {@code value} among {@link Palette#STEPS}. */
    int step(double value) {
        return (int) Math.clamp((value - low) / (high - low) * (Palette.STEPS - 1) + 0.5, 0, Palette.STEPS - 1);
    }
}
