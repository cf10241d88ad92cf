package shelfwise.ui.kit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The colours of data and of the frame, as the style sheet of the present theme says; what is drawn on a canvas takes them from here.
 *
 * @param categories 8 hues in Okabe-Ito order
 * @param other      the grey of everything beyond the 8
 * @param sequential stops of a scale from little to much, evenly spaced (viridis)
 * @param diverging  stops of a scale from negative to positive, white (or near black in the dark) at zero
 * @param severities error, warning, information, good
 * @param missing    of a cell without value
 * @param line       how wide a line is drawn
 */
public record Palette(List<Color> categories, Color other, List<Color> sequential, List<Color> diverging, List<Color> severities, Color missing,
        Color text, Color muted, Color grid, Color ground, Color accent, double line) {
    /** Colours of a scale that {@link #scale} makes. */
    public static final int STEPS = 256;
    private static final int CATEGORIES = 8, SEQUENTIAL = 9, DIVERGING = 5, SEVERITIES = 4;

    public Palette {
        categories = List.copyOf(categories);
        sequential = List.copyOf(sequential);
        diverging = List.copyOf(diverging);
        severities = List.copyOf(severities);
    }

    /** Reads the palette under the present theme. On the UI thread. @param stylesheets the product's own */
    public static Palette read(List<String> stylesheets) {
        var probes = new Group();
        new Scene(probes).getStylesheets().setAll(stylesheets);
        return new Palette(colours(probes, "category", CATEGORIES), colour(probes, "other"), colours(probes, "sequential", SEQUENTIAL),
                colours(probes, "diverging", DIVERGING), colours(probes, "severity", SEVERITIES), colour(probes, "missing"), colour(probes, "text"),
                colour(probes, "muted"), colour(probes, "grid"), colour(probes, "ground"), colour(probes, "accent"),
                probe(probes, "line").getMinHeight());
    }

    private static List<Color> colours(Group probes, String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> colour(probes, name + "-" + i)).toList();
    }

    private static Color colour(Group probes, String name) {
        Region probe = probe(probes, name);
        if (probe.getBackground() == null) throw new IllegalStateException("the style sheet has no colour data-" + name);
        return (Color) probe.getBackground().getFills().getFirst().getFill();
    }

    private static Region probe(Group probes, String name) {
        var probe = new Region();
        probe.getStyleClass().add("data-" + name);
        probes.getChildren().setAll(probe);
        probes.applyCss();
        return probe;
    }

    /** The colour of the {@code index}-th category: one of the 8 hues, grey beyond them. */
    public Color category(int index) {
        return index >= 0 && index < categories.size() ? categories.get(index) : other;
    }

    /** {@code stops} drawn out to {@link #STEPS} colours as ARGB, for pictures. */
    public static int[] scale(List<Color> stops) {
        int[] argb = new int[STEPS];
        for (int i = 0; i < STEPS; i++) argb[i] = argb(at(stops, i / (STEPS - 1.0)));
        return argb;
    }

    /** The colour at {@code share} (0 to 1) of a scale. */
    public static Color at(List<Color> stops, double share) {
        double place = Math.clamp(share, 0, 1) * (stops.size() - 1);
        int below = Math.min((int) place, stops.size() - 2);
        return stops.get(below).interpolate(stops.get(below + 1), place - below);
    }

    public static int argb(Color c) {
        return (byteOf(c.getOpacity()) << 24) | (byteOf(c.getRed()) << 16) | (byteOf(c.getGreen()) << 8) | byteOf(c.getBlue());
    }

    private static int byteOf(double part) {
        return (int) Math.round(part * 255);
    }
}
