package shelfwise.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * A person's hand on keyboard and mouse, for long journeys. What belongs together, a chord or a click, comes in one go on the UI thread:
 * TestFX waits for frames after each key that goes down or up, and without a display a frame costs more than what the key does.
 */
final class Hand {
    private final Robot robot = WindowTest.onUi(Robot::new);

    /** Presses these keys one after the other and lets them go. */
    void push(KeyCode... chord) {
        WindowTest.onUi(() -> {
            keys(chord);
            return true;
        });
    }

    /** As {@link #push}, where one is on the UI thread already. */
    void keys(KeyCode... chord) {
        for (KeyCode c : chord) robot.keyPress(c);
        for (KeyCode c : Arrays.asList(chord).reversed()) robot.keyRelease(c);
    }

    /** Writes to what has the keyboard. */
    void write(String text) {
        WindowTest.onUi(() -> {
            text.chars().forEach(c -> write((char) c));
            return true;
        });
    }

    /** The robot knows letters and digits alone, as keys: what is written comes as the events they would make. */
    private static void write(char c) {
        KeyCode code = Optional.ofNullable(KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT))).orElse(c == ' ' ? KeyCode.SPACE : KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_PRESSED, "", code);
        fire(KeyEvent.KEY_TYPED, String.valueOf(c), KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, "", code);
    }

    private static void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        var scene = focused().getScene();
        EventTarget to = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        Event.fireEvent(to, new KeyEvent(type, character, "", code, false, false, false, false));
    }

    /** The window that has the keyboard. */
    private static Window focused() {
        return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElseThrow();
    }

    // ---- the mouse: there at once, and not pixel by pixel

    void doubleClick(Point2D screen) {
        WindowTest.onUi(() -> {
            robot.mouseMove(screen);
            press();
            press();
            return true;
        });
    }

    /** Clicks once the node lies under the pointer, where it may have to come first. */
    void click(Node node) {
        WindowTest.waitFor("the pointer to be on " + node, () -> {
            robot.mouseMove(middle(node));
            if (!node.isHover() && !node.getParent().isHover()) return false;
            press();
            return true;
        });
    }

    /** Where one is on the UI thread already. */
    void clickNow(Node node) {
        robot.mouseMove(middle(node));
        press();
    }

    private void press() {
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    /** Where the middle of it is on the screen; on the UI thread. */
    static Point2D middle(Node node) {
        Bounds b = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(b.getCenterX(), b.getCenterY());
    }

    /** Drags once the node lies under the pointer. @param to asked for then, for the view may have moved in between */
    void drag(Node from, Supplier<Point2D> to) {
        WindowTest.waitFor("the pointer to be on " + from, () -> {
            Point2D begin = middle(from);
            robot.mouseMove(begin);
            if (!from.isHover()) return false;
            Point2D end = to.get();
            robot.mousePress(MouseButton.PRIMARY);
            for (double part : List.of(0.1, 0.4, 0.8, 1.0)) robot.mouseMove(begin.interpolate(end, part));
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
    }

    /**
     * Drags what does not itself follow the pointer. Without a display the robot's moves don't say that the button is down, so that the scene
     * would give them to what lies under the pointer; on a display they go to where the press was.
     */
    void dragOut(Node what, Point2D from, Point2D to) {
        WindowTest.onUi(() -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
            for (double part : List.of(0.1, 0.5, 1.0)) fire(what, MouseEvent.MOUSE_DRAGGED, from.interpolate(to, part));
            fire(what, MouseEvent.MOUSE_RELEASED, to);
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
    }

    private static void fire(Node at, EventType<MouseEvent> type, Point2D screen) {
        Point2D in = at.getScene().getRoot().screenToLocal(screen);
        Event.fireEvent(at, new MouseEvent(type, in.getX(), in.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, 1, false, false, false, false,
                type == MouseEvent.MOUSE_DRAGGED, false, false, false, false, false, null));
    }

    void wheel(Point2D over, int turns) {
        WindowTest.onUi(() -> {
            robot.mouseMove(over);
            robot.mouseWheel(turns);
            return true;
        });
    }
}
