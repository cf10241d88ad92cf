package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shelfwise.ui.kit.Palette;

/** The colours of data are told apart in each look, by the colour-blind as well, and stand out from the ground where contrast is asked for. */
class PaletteTest extends WindowTest {
    /** WCAG 2.2, 1.4.11: what is not text. */
    private static final double STANDS_OUT = 3;
    /** In CIELAB; Okabe-Ito's own nearest two are 17 apart for who sees no green, a just noticeable difference is about 2. */
    private static final double APART = 15;
    /** Linear red, green, blue as seen without the cones for red or for green: Machado, Oliveira, Fernandes 2009, severity 1. */
    private static final double[][] NO_RED = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
            NO_GREEN = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
            XYZ = {{0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047}, {0.2126, 0.7152, 0.0722}, {0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883}};

    @ParameterizedTest @EnumSource(Theme.class) void noTwoCategoriesLookAlike(Theme theme) {
        List<double[]> colours = palette(theme).categories().stream().map(PaletteTest::linear).toList();
        for (UnaryOperator<double[]> eye : List.<UnaryOperator<double[]>>of(UnaryOperator.identity(), c -> times(NO_RED, c), c -> times(NO_GREEN, c))) {
            for (int i = 0; i < colours.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double[] a = lab(eye.apply(colours.get(i))), b = lab(eye.apply(colours.get(j)));
                    double apart = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
                    assertTrue(apart >= APART, theme + ": categories " + j + " and " + i + " are " + apart + " apart");
                }
            }
        }
    }

    @Test void inHighContrastEachCategoryStandsOutFromTheGround() {
        for (Theme theme : List.of(Theme.LIGHT_CONTRAST, Theme.DARK_CONTRAST)) {
            Palette palette = palette(theme);
            double ground = light(palette.ground());
            for (int i = 0; i < palette.categories().size(); i++) {
                double own = light(palette.categories().get(i)), contrast = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
                assertTrue(contrast >= STANDS_OUT, theme + ": category " + i + " has " + contrast + ":1");
            }
        }
    }

    private static Palette palette(Theme theme) {
        return onUi(() -> {
            Application.setUserAgentStylesheet(theme.stylesheet());
            return Palette.read(theme.stylesheets());
        });
    }

    private static double light(Color c) {
        double[] l = linear(c);
        return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
    }

    private static double[] linear(Color c) {
        return new double[] {linear(c.getRed()), linear(c.getGreen()), linear(c.getBlue())};
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double[] times(double[][] matrix, double[] c) {
        double[] all = new double[3];
        for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) all[i] += matrix[i][j] * c[j];
        return all;
    }

    private static double[] lab(double[] linear) {
        double[] t = times(XYZ, linear);
        for (int i = 0; i < 3; i++) t[i] = t[i] > 0.008856 ? Math.cbrt(t[i]) : 7.787 * t[i] + 16 / 116.0;
        return new double[] {116 * t[1] - 16, 500 * (t[0] - t[1]), 200 * (t[1] - t[2])};
    }
}
