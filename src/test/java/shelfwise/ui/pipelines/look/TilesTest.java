package shelfwise.ui.pipelines.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Place;
import shelfwise.ui.Theme;
import shelfwise.ui.UiContext;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.Icons;

class TilesTest extends WindowTest {
    /** Shows tiles in a pane of this width. */
    private record Narrow(double width) implements Place {
        @Override public String id() {
            return "lists";
        }

        @Override public Icons icon() {
            return Icons.LISTS;
        }

        private static Region broad() {
            var picture = new Region();
            picture.setMinWidth(300);
            return picture;
        }

        @Override public Node view(UiContext ui) {
            Tiles tiles = new Tiles(ui).figure("look.events", "391,150").figure("look.events", "from the 1st of December 2010 to the 9th of December 2011")
                    .picture("look.tail", broad());
            tiles.setId("tiles");
            tiles.setMinWidth(width);
            tiles.setMaxWidth(width);
            return new HBox(tiles);
        }
    }

    @Test void nothingIsWiderThanANarrowPane() {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("shop", List.of(new Narrow(220)));
            return made;
        });
        show(window.shell().scene(), 1000, 700);
        waitFor("the tiles", () -> robot.lookup("#tiles .look-tile").tryQuery().isPresent());
        waitFor("fitted tiles", () -> {
            Bounds seen = onUi(() -> find("tiles", Tiles.class).localToScene(find("tiles", Tiles.class).getLayoutBounds()));
            return robot.lookup("#tiles .figure-value").queryAll().stream().allMatch(n -> n.localToScene(n.getLayoutBounds()).getMaxX() <= seen.getMaxX());
        });
        Bounds seen = onUi(() -> find("tiles", Tiles.class).localToScene(find("tiles", Tiles.class).getLayoutBounds()));
        for (Node tile : robot.lookup("#tiles .look-tile").queryAll()) assertTrue(tile.localToScene(tile.getLayoutBounds()).getMaxX() <= seen.getMaxX(), tile.toString());
        robot.lookup("#tiles .figure-value").queryAllAs(javafx.scene.control.Label.class)
                .forEach(l -> assertTrue(l.getHeight() >= onUi(() -> l.prefHeight(l.getWidth())) - 0.5, "all lines of " + l.getText() + " are seen"));
    }
}
