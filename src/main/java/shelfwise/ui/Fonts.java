package shelfwise.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the faces that come with the program; where one is missing the system's stand in. */
public final class Fonts {
    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> FILES = List.of("ShelfwiseSans-Regular.ttf", "ShelfwiseSans-Bold.ttf", "ShelfwiseMono-Regular.ttf");

    private static final double SIZE = 13;

    private Fonts() { }

    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + file)) {
                if (in == null || Font.loadFont(in, SIZE) == null) LOG.warn("face not loaded: {}", file);
            } catch (IOException e) {
                LOG.warn("face not loaded: {}", file, e);
            }
        }
    }
}
