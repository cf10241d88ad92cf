package shelfwise.ui.pipelines.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfwise.base.Learning;
import shelfwise.data.LearningCurve;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Place;
import shelfwise.ui.Theme;
import shelfwise.ui.UiContext;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.Icons;

class LearningViewTest extends WindowTest {
    private static final int LAYERS = 12;

    /** Shows something in a pane of this width. */
    private record Pane(double width, Function<UiContext, Region> made) implements Place {
        @Override public String id() {
            return "lists";
        }

        @Override public Icons icon() {
            return Icons.LISTS;
        }

        @Override public Node view(UiContext ui) {
            Region shown = made.apply(ui);
            shown.setId("shown");
            shown.setMinWidth(width);
            shown.setMaxWidth(width);
            return new HBox(shown);
        }
    }

    private Looks.Window open(double width, Function<UiContext, Region> made) {
        Looks.Window window = onUi(() -> {
            Looks.Window open = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            open.shell().open("shop", List.of(new Pane(width, made)));
            return open;
        });
        show(window.shell().scene(), 1000, 700);
        waitFor("the view", () -> robot.lookup("#shown").tryQuery().isPresent());
        return window;
    }

    @Test void manyLayersAreToldApartWithoutTheirColours() {
        var points = new ArrayList<Learning>(List.of(new Learning("loss", false, 1, 2)));
        for (int layer = 0; layer < LAYERS; layer++) points.add(new Learning("gradient/" + layer, false, 1, layer));
        open(400, ui -> new LearningView(new LearningCurve(points, 1, false), false, ui));
        onUi(() -> robot.lookup("#shown .titled-pane").queryAs(TitledPane.class).setExpanded(true));
        waitFor("the lines", () -> robot.lookup("#shown .titled-pane .line").queryAll().size() == LAYERS);
        List<Line> samples = robot.lookup("#shown .titled-pane .line").queryAll().stream().map(l -> (Line) ((HBox) l).getChildren().getFirst()).toList();
        assertEquals(8, new HashSet<>(samples.stream().limit(8).map(l -> List.copyOf(l.getStrokeDashArray())).toList()).size(), "dashes of the first eight");
        assertEquals(LAYERS, new HashSet<>(samples.stream().map(l -> l.getStyleClass() + " " + l.getStrokeDashArray()).toList()).size(), "colours and dashes together");
    }

    @ParameterizedTest @ValueSource(ints = {300, 420, 700}) void theNamesOfTrainingsLaidOverHaveRoomInAPaneOfAnyWidth(int width) {
        List<Overlay.Line> lines = IntStream.range(0, 3).mapToObj(i -> new Overlay.Line("Sequential Transformer: Learning rate 0.00" + i, i,
                List.of(new Learning("loss", false, 15, 0.7525)), Optional.empty(), new Learning("loss", false, 15, 0.7525))).toList();
        open(width, ui -> new OverlayView(List.of(new Overlay("loss", false, lines, List.of())), ui));
        waitFor("the legend", () -> !robot.lookup("#shown .overlay-legend .line").queryAll().isEmpty());
        Bounds pane = onUi(() -> find("shown", Region.class).localToScene(find("shown", Region.class).getLayoutBounds()));
        for (Label l : robot.lookup("#shown .overlay-legend .label").queryAllAs(Label.class)) {
            Bounds seen = l.localToScene(l.getLayoutBounds());
            assertTrue(seen.getMaxX() <= pane.getMaxX(), l.getText() + " ends at " + seen.getMaxX());
            assertTrue(seen.getHeight() < 40, l.getText() + " is " + seen.getHeight() + " high");
            if (!l.isWrapText()) assertTrue(seen.getWidth() >= onUi(() -> l.prefWidth(-1)) - 1, "all of " + l.getText());
        }
    }
}
