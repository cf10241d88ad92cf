package shelfwise.ui.pipelines.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.ui.Looks;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class GraphCanvasTest extends WindowTest {
    private ToyCanvas toy = new ToyCanvas(ToyCanvas.shop());

    private void open() {
        Looks.Window window = onUi(() -> toy.open(Locale.ENGLISH, Theme.LIGHT));
        show(window.shell().scene(), 1000, 700);
        waitFor("drawn", () -> toy.now().nodes().isEmpty() || robot.lookup(".node-box").queryAll().stream().anyMatch(Node::isVisible));
    }

    /** Where a point of the canvas is on the screen. */
    private Point2D screen(double x, double y) {
        return onUi(() -> {
            Point2D at = toy.canvas().view().get().toWindow(x, y);
            return toy.canvas().localToScreen(at);
        });
    }

    private Point2D port(String node, String port, boolean input) {
        return onUi(() -> toy.canvas().scenery().port(node, port, input).map(p -> toy.canvas().localToScreen(toy.canvas().view().get().toWindow(p.x(), p.y()))).orElseThrow());
    }

    /** The robot's keys do not reach its mouse without a display. */
    private void shiftClick(String node) {
        Point2D at = screen(toy.now().node(node).x() + 60, toy.now().node(node).y() + 30);
        onUi(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Point2D in = toy.canvas().screenToLocal(at), scene = toy.canvas().localToScene(in);
                Event.fireEvent(toy.canvas(), new MouseEvent(type, scene.getX(), scene.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, true, false, false, false,
                        true, false, false, true, false, true, null));
            }
        });
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
    }

    @Test void aLinkIsDrawnFromAnOutputToAnInputAndBack() {
        open();
        drag(port("split", "split", false), port("knn", "split", true));
        waitFor("linked", () -> toy.now().links().contains(ToyCanvas.link("split.split knn.split")));
        drag(port("judge", "model", true), port("knn", "model", false));
        waitFor("linked backwards", () -> toy.now().links().contains(ToyCanvas.link("knn.model judge.model")));
        assertEquals(List.of("edit.link", "edit.link"), toy.named);
    }

    @Test void anIllegalTargetIsRefusedWithTheReasonAtThePointer() {
        open();
        Pipeline before = toy.now();
        robot.moveTo(port("orders", "table", false)).press(MouseButton.PRIMARY).moveTo(port("events", "table", true).subtract(40, 30)).moveTo(port("judge", "split", true));
        waitFor("told", () -> find("link-reason", Label.class).isVisible() && find("link-reason", Label.class).getText().contains("takes"));
        assertTrue(find("link-reason", Label.class).getStyleClass().contains("refused"));
        robot.release(MouseButton.PRIMARY);
        assertEquals(before, toy.now());
        assertFalse(find("link-reason", Label.class).isVisible());
    }

    @Test void aTakenInputGivesItsLinkIntoTheHand() {
        open();
        drag(port("popular", "split", true), port("knn", "split", true));
        waitFor("put elsewhere", () -> toy.now().links().contains(ToyCanvas.link("split.split knn.split")));
        assertTrue(toy.now().into("popular").isEmpty());
        assertEquals(List.of("edit.relink"), toy.named);
    }

    @Test void aLinkDroppedOnNothingOffersWhatFitsAndLinksIt() {
        open();
        drag(port("split", "split", false), screen(540, 300));
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.write("user");
        robot.push(KeyCode.ENTER);
        waitFor("added", () -> toy.now().nodes().size() == 7);
        var added = toy.now().nodes().getLast();
        assertEquals("split", toy.now().into(added.id()).getFirst().fromNode());
        assertEquals(Selection.of(added.id()), toy.selection().get());
    }

    @Test void theFirstStepIsSeenWhereItWasPut() {
        toy = new ToyCanvas(Pipeline.empty("new"));
        open();
        Point2D at = onUi(() -> toy.canvas().localToScreen(300, 120));
        robot.moveTo(at).doubleClickOn(MouseButton.PRIMARY);
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.write("asset").push(KeyCode.ENTER);
        waitFor("added", () -> robot.lookup(".node-box").tryQuery().filter(Node::isVisible).isPresent());
        Point2D seen = onUi(() -> robot.lookup(".node-box").query().localToScreen(0, 34));
        assertTrue(seen.distance(at) < 2 * Moves.GRID, seen + " for " + at);
    }

    @Test void aStepIsFoundByItsNameAndGoneTo() {
        open();
        robot.clickOn("#node-split");
        onUi(() -> toy.canvas().commands().now().stream().filter(c -> c.text().startsWith("Go to a step")).findFirst().orElseThrow().act().run());
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.write("judge").push(KeyCode.ENTER);
        waitFor("there", () -> toy.selection().get().equals(Selection.of("judge")) && find("node-judge", Node.class).isFocused());
    }

    @Test void theKeyboardAddsLinksAndRemoves() {
        open();
        robot.clickOn("#node-knn").push(KeyCode.L);
        waitFor("asked which port", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.write("input").push(KeyCode.ENTER);
        waitFor("asked where", () -> sees("Link input \"split\" (Split), not linked with"));
        robot.push(KeyCode.ENTER);
        waitFor("linked", () -> toy.now().links().contains(ToyCanvas.link("split.split knn.split")));
        robot.push(KeyCode.A);
        waitFor("asked what", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        waitFor("added", () -> toy.now().nodes().size() == 7);
        robot.push(KeyCode.DELETE);
        waitFor("removed", () -> toy.now().nodes().size() == 6);
        assertEquals(List.of("edit.link", "edit.add", "edit.remove"), toy.named);
    }

    @Test void whatIsChosenMovesTogetherOnTheGrid() {
        open();
        robot.clickOn("#node-popular");
        shiftClick("knn");
        assertEquals(Set.of("popular", "knn"), onUi(() -> Set.copyOf(toy.selection().get().items())));
        drag(screen(700, 30), screen(743, 95));
        waitFor("moved", () -> toy.named.equals(List.of("edit.move")));
        assertEquals(0, toy.now().node("popular").x() % Moves.GRID);
        assertEquals(120, toy.now().node("knn").y() - toy.now().node("popular").y());
    }

    @Test void arrowsWithAltOrCtrlMoveWhatIsChosenByTheGrid() {
        open();
        double x = toy.now().node("knn").x(), y = toy.now().node("knn").y();
        robot.clickOn("#node-knn").push(KeyCode.CONTROL, KeyCode.RIGHT);
        waitFor("right", () -> toy.now().node("knn").x() == x + Moves.GRID);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        waitFor("down", () -> toy.now().node("knn").y() == y + Moves.GRID);
        assertEquals(List.of("edit.move", "edit.move"), toy.named);
    }

    @Test void aRubberBandChoosesWhatItTouches() {
        open();
        drag(screen(600, -20), screen(700, 200));
        waitFor("chosen", () -> Set.copyOf(toy.selection().get().items()).equals(Set.of("popular", "knn")));
    }

    @Test void upAndDownstreamAreChosen() {
        open();
        robot.clickOn("#node-split").push(KeyCode.U);
        assertEquals(Set.of("orders", "events", "split"), onUi(() -> Set.copyOf(toy.selection().get().items())));
        robot.clickOn("#node-split").push(KeyCode.D);
        assertEquals(Set.of("split", "popular", "judge"), onUi(() -> Set.copyOf(toy.selection().get().items())));
    }

    @Test void copiesGoThroughTheClipboardIntoAnotherPipeline() {
        open();
        robot.clickOn("#node-split");
        shiftClick("popular");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        toy = new ToyCanvas(Pipeline.empty("other"));
        open();
        robot.push(KeyCode.CONTROL, KeyCode.V);
        waitFor("pasted", () -> toy.now().nodes().size() == 2);
        assertEquals(List.of(ToyCanvas.link("split.split popular.split")), toy.now().links());
    }

    /** A step that gives events takes the split's place: nothing leads to the model and the judge any more. */
    @Test void aReplacedStepSaysWhichLinksItLost() {
        open();
        robot.clickOn("#node-split").push(KeyCode.R);
        waitFor("the search", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        robot.write("Keep the active").push(KeyCode.ENTER);
        waitFor("told", () -> robot.lookup(".error-pane .section-title").tryQueryAs(Label.class).filter(l -> l.getText().contains("2 links")).isPresent());
        assertEquals(List.of(ToyCanvas.link("orders.table events.table"), ToyCanvas.link("events.interactions split.interactions"), ToyCanvas.link("popular.model judge.model")), toy.now().links());
    }

    @Test void aStepDroppedOnALinkGoesBetween() {
        toy = new ToyCanvas(ToyCanvas.shop().add(ToyCanvas.node("filter", "prepare.filter", 100, 300)));
        open();
        drag(screen(186, 334), screen(190, 34));
        waitFor("between", () -> toy.now().links().contains(ToyCanvas.link("orders.table filter.table")));
        assertTrue(toy.now().links().contains(ToyCanvas.link("filter.table events.table")));
        assertEquals(List.of("edit.insert"), toy.named);
    }

    @Test void aFrameMovesWhatIsInItAndNotesAreWrittenInPlace() {
        open();
        robot.clickOn("#node-knn").push(KeyCode.SHIFT, KeyCode.N);
        waitFor("to be written", () -> robot.lookup("#writing").tryQuery().isPresent());
        robot.write("Models").push(KeyCode.ENTER);
        waitFor("written", () -> toy.now().notes().size() == 1 && toy.now().notes().getFirst().text().equals("Models"));
        var frame = toy.now().notes().getFirst();
        drag(screen(frame.x() + 60, frame.y() + 10), screen(frame.x() + 60, frame.y() + 170));
        waitFor("moved", () -> toy.now().node("knn").y() == 280);
        assertEquals(frame.y() + 160, toy.now().notes().getFirst().y());
    }

    @Test void aGroupFoldsIntoOneBoxAndUnfolds() {
        open();
        robot.clickOn("#node-popular");
        shiftClick("knn");
        robot.push(KeyCode.CONTROL, KeyCode.G);
        waitFor("to be named", () -> robot.lookup("#writing").tryQuery().isPresent());
        robot.write("Both").push(KeyCode.ENTER);
        waitFor("named", () -> toy.now().groups().size() == 1 && toy.now().groups().getFirst().label().equals("Both"));
        robot.push(KeyCode.SHIFT, KeyCode.F);
        waitFor("folded", () -> robot.lookup("#node-knn").tryQuery().isEmpty() && robot.lookup("#node-group").tryQuery().isPresent());
        robot.push(KeyCode.SHIFT, KeyCode.F);
        waitFor("unfolded", () -> robot.lookup("#node-knn").tryQuery().isPresent());
    }

    @Test void stepsAreSwitchedOffAndOn() {
        open();
        robot.clickOn("#node-knn").push(KeyCode.CONTROL, KeyCode.E);
        waitFor("off", () -> !toy.now().node("knn").enabled());
        robot.push(KeyCode.CONTROL, KeyCode.E);
        waitFor("on", () -> toy.now().node("knn").enabled());
    }

    @Test void boxesAndPortsSpeak() {
        open();
        String box = onUi(() -> (String) find("node-split", NodeBox.class).queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertTrue(box.contains("split") && box.contains("takes from") && box.contains("gives to"), box);
        String port = onUi(() -> (String) find("port-knn-in-split", PortMark.class).queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertEquals("input \"split\" (Split), not linked", port);
    }

    @Test void theWheelZoomsBetweenATenthAndFourfold() {
        open();
        onUi(() -> {
            for (int i = 0; i < 30; i++) toy.canvas().zoomIn();
        });
        assertEquals(View.LARGEST, onUi(() -> toy.canvas().view().get().scale()));
        onUi(() -> {
            for (int i = 0; i < 60; i++) toy.canvas().zoomOut();
        });
        assertEquals(View.SMALLEST, onUi(() -> toy.canvas().view().get().scale()));
    }

    @Test void manyBoxesTakeOnWhatTheZoomShowsAFewAFrameAndAllOfThemSoon() {
        toy = new ToyCanvas(ToyCanvas.large(300));
        open();
        onUi(() -> {
            GraphCanvas c = toy.canvas();
            BoxLayer boxes = c.boxes();
            Rectangle2D all = c.scenery().bounds().orElseThrow();
            var whole = View.fitting(all, 1000, 700, View.SMALLEST, 1);
            int frames = framesUntilShown(boxes, whole, 1000, 700);
            assertTrue(frames <= 300 / 10 + 1, frames + " frames");
            double width = all.getWidth() + 100, height = all.getHeight() + 100;
            View near = View.fitting(all, width, height, 1, 1);
            assertFalse(boxes.cull(near, width, height), "three hundred boxes with all their texts in one frame");
            long told = toy.now().nodes().stream().filter(n -> !boxes.box(n.id()).orElseThrow().lookupAll(".node-state").isEmpty()).count();
            assertTrue(told > 0 && told < 150, told + " boxes told all after a frame");
            framesUntilShown(boxes, near, width, height);
            assertEquals(List.of(), toy.now().nodes().stream().map(n -> n.id()).filter(n -> boxes.box(n).orElseThrow().lookupAll(".node-state").isEmpty()).toList());
        });
    }

    private static int framesUntilShown(BoxLayer boxes, View view, double width, double height) {
        int frames = 1;
        while (frames < 100 && !boxes.cull(view, width, height)) frames++;
        return frames;
    }

    @Test void aLinkGoesAroundABoxThatIsDraggedIntoItsWay() {
        Pipeline p = Pipeline.empty("way").add(ToyCanvas.node("orders", "source.asset", 0, 0)).add(ToyCanvas.node("other", "source.asset", 260, 200)).add(ToyCanvas.node("events", "prepare.interactions", 560, 0))
                .link(ToyCanvas.link("orders.table events.table"));
        toy = new ToyCanvas(p);
        open();
        assertEquals(1, wire().path().pieces().size());
        Point2D from = screen(320, 230), to = screen(320, 40);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to);
        waitFor("around it while it is dragged", () -> wire().path().pieces().size() > 1);
        robot.release(MouseButton.PRIMARY);
        waitFor("moved", () -> toy.now().node("other").y() < 100);
        onUi(() -> {
            Rectangle2D box = toy.canvas().scenery().box("other").orElseThrow();
            for (double share = 0; share <= 1; share += 0.01) {
                var at = wire().path().at(share);
                assertFalse(box.contains(at.x(), at.y()), "behind the box at " + at);
            }
        });
    }

    private Wire wire() {
        return onUi(() -> toy.canvas().scenery().wires().getFirst());
    }

    @Test void aBoxDraggedToTheEdgeTakesTheCanvasAlong() {
        open();
        double x = toy.now().node("knn").x();
        View before = onUi(() -> toy.canvas().view().get());
        double width = onUi(() -> toy.canvas().getWidth());
        Point2D edge = onUi(() -> toy.canvas().localToScreen(width - 4, 300));
        robot.moveTo(screen(x + 60, 150)).press(MouseButton.PRIMARY).moveTo(edge.subtract(200, 0)).moveTo(edge);
        waitFor("looked on", () -> toy.canvas().view().get().x() < before.x() - 200);
        robot.release(MouseButton.PRIMARY);
        waitFor("moved", () -> toy.now().node("knn").x() > before.toCanvas(width, 0).getX());
        View after = onUi(() -> toy.canvas().view().get());
        assertEquals(after, onUi(() -> toy.canvas().view().get()), "it stands still when the button is up");
    }

    @Test void aRubberBandAndALinkLeadOnToo() {
        open();
        Point2D corner = onUi(() -> toy.canvas().localToScreen(6, 500)), inside = screen(500, 300);
        double x = onUi(() -> toy.canvas().view().get().x());
        robot.moveTo(inside).press(MouseButton.PRIMARY).moveTo(corner.add(100, 0)).moveTo(corner);
        waitFor("looked to the left", () -> toy.canvas().view().get().x() > x + 100);
        robot.release(MouseButton.PRIMARY);
        onUi(() -> toy.canvas().fit());
        double y = onUi(() -> toy.canvas().view().get().y());
        Point2D top = onUi(() -> toy.canvas().localToScreen(500, 3));
        robot.moveTo(port("split", "split", false)).press(MouseButton.PRIMARY).moveTo(top.add(0, 100)).moveTo(top);
        waitFor("looked up", () -> toy.canvas().view().get().y() > y + 100);
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of(), toy.named);
    }

    /** The map lies over the lower right corner, where a step that is gone to would come into view. */
    @Test void aStepThatIsChosenIsNotUnderTheMap() {
        toy = new ToyCanvas(ToyCanvas.large(50));
        open();
        onUi(() -> toy.canvas().zoomToLife());
        var map = find("mini-map", javafx.scene.layout.Region.class);
        int seen = 0;
        for (var node : toy.now().nodes()) {
            onUi(() -> toy.canvas().select(Selection.of(node.id())));
            waitFor("drawn", () -> robot.lookup("#node-" + node.id()).tryQuery().filter(Node::isVisible).isPresent());
            var box = onUi(() -> robot.lookup("#node-" + node.id()).query().localToScene(new javafx.geometry.BoundingBox(0, 0, Layout.WIDTH, Layout.HEIGHT)));
            if (map.isVisible()) {
                seen++;
                assertTrue(!box.intersects(map.localToScene(map.getLayoutBounds())), node.id());
            }
        }
        assertTrue(seen > 0);
    }

    @Test void whatTheKeyboardMovesStaysInView() {
        open();
        robot.clickOn("#node-judge");
        for (int i = 0; i < 20; i++) robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        waitFor("moved", () -> toy.now().node("judge").x() == 832 + 20 * Moves.GRID);
        waitFor("in view", () -> toy.canvas().view().get().seen(toy.canvas().getWidth(), toy.canvas().getHeight()).contains(toy.canvas().scenery().box("judge").orElseThrow()));
    }
}
