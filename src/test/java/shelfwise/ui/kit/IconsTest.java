package shelfwise.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import shelfwise.ui.WindowTest;

/** The font of the icons names some that it does not draw. */
class IconsTest extends WindowTest {
    @Test void everyIconDrawsSomething() {
        List<Icons> blank = onUi(() -> Arrays.stream(Icons.values()).filter(IconsTest::blank).toList());
        assertEquals(List.of(), blank);
    }

    private static boolean blank(Icons which) {
        var icon = which.icon(20);
        icon.setIconSize(20); // what the style sheet does in the window
        var scene = new Scene(new Group(new Label("", icon)), 30, 30, Color.WHITE);
        WritableImage drawn = scene.snapshot(null);
        return IntStream.range(0, 30 * 30).allMatch(p -> drawn.getPixelReader().getColor(p % 30, p / 30).equals(Color.WHITE));
    }
}
