package shelfwise.ui.pipelines.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.layout.PortPlace;

/**
 * The mouse on the canvas. A press begins a gesture by what lies under it: a port a link, a box a move, nothing a rubber band; the middle
 * button, or the space bar held down, looks elsewhere. What lies where is asked of {@link Scenery}, not of the scene.
 */
final class Pointer {
    private static final double DRAG_FROM = 4, WIRE_REACH = 6, PORT_REACH = 9, NOTCH = 40, ZOOM_BASE = 1.2;
    private final GraphCanvas canvas;
    private final Runnable open;
    private @Nullable Gesture gesture;
    private @Nullable Point2D pressed;
    private boolean dragging, space;
    private final Autoscroll scrolling;

    Pointer(GraphCanvas canvas, Runnable open) {
        this.canvas = canvas;
        this.open = open;
        scrolling = new Autoscroll(canvas, at -> {
            if (gesture != null) gesture.drag(at);
        });
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, e -> space = space || e.getCode() == KeyCode.SPACE && !canvas.isFloating(e.getTarget()));
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, e -> space = space && e.getCode() != KeyCode.SPACE);
    }

    boolean isIdle() {
        return gesture == null;
    }

    private Point2D at(MouseEvent e) {
        return canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
    }

    private double reach(double pixels) {
        return pixels / canvas.view().get().scale();
    }

    private void press(MouseEvent e) {
        if (canvas.isFloating(e.getTarget())) return;
        Point2D at = at(e), on = canvas.view().get().toCanvas(at.getX(), at.getY());
        pressed = at;
        dragging = false;
        scrolling.grasp(at);
        boolean more = e.isShiftDown() || e.isShortcutDown();
        if (e.getButton() == MouseButton.MIDDLE || e.getButton() == MouseButton.PRIMARY && space) {
            gesture = Gestures.pan(canvas, at);
        } else if (e.getButton() == MouseButton.PRIMARY) {
            gesture = begin(at, on, more);
        } else if (e.getButton() == MouseButton.SECONDARY) {
            chooseFor(on);
        }
        e.consume();
    }

    private Gesture begin(Point2D at, Point2D on, boolean more) {
        Scenery scenery = canvas.scenery();
        Optional<PortPlace> port = scenery.portAt(on.getX(), on.getY(), reach(PORT_REACH));
        Optional<String> box = scenery.boxAt(on.getX(), on.getY());
        if (port.isPresent() && canvas.canEdit()) return LinkDrag.from(canvas, port.get());
        if (box.isPresent()) {
            chooseItem(box.get(), more);
            return canvas.canEdit() ? Gestures.move(canvas, at, box.get()) : Gestures.pan(canvas, at);
        }
        Optional<Note> corner = scenery.cornerAt(on.getX(), on.getY());
        if (corner.isPresent() && canvas.canEdit()) {
            chooseItem(corner.get().id(), false);
            return Gestures.resize(canvas, at, corner.get());
        }
        Optional<Wire> wire = scenery.wireAt(on.getX(), on.getY(), reach(WIRE_REACH));
        Optional<String> slip = wire.isPresent() ? Optional.empty() : scenery.slipAt(on.getX(), on.getY(), reach(WIRE_REACH));
        if (slip.isPresent()) {
            chooseItem(slip.get(), more);
            return canvas.canEdit() ? Gestures.move(canvas, at, slip.get()) : Gestures.pan(canvas, at);
        }
        if (wire.isPresent()) {
            canvas.select(more ? canvas.selection().toggled(wire.get().link()) : Selection.of(wire.get().link()));
            canvas.requestFocus();
            return LinkDrag.ofEnd(canvas, wire.get(), on);
        }
        if (!more) canvas.select(Selection.NONE);
        canvas.requestFocus();
        return Gestures.band(canvas, at, more);
    }

    /** What the menu is for: what is chosen, if the pointer is on some of it. */
    private void chooseFor(Point2D on) {
        Optional<String> item = itemAt(on);
        Optional<Wire> wire = item.isPresent() ? Optional.empty() : canvas.scenery().wireAt(on.getX(), on.getY(), reach(WIRE_REACH));
        if (item.isPresent()) {
            if (!canvas.selection().has(item.get())) canvas.select(Selection.of(item.get()));
        } else canvas.select(wire.map(w -> Selection.of(w.link())).orElse(Selection.NONE));
        canvas.focusChosen();
    }

    private Optional<String> itemAt(Point2D on) {
        return canvas.scenery().boxAt(on.getX(), on.getY()).or(() -> canvas.scenery().slipAt(on.getX(), on.getY(), reach(WIRE_REACH)));
    }

    private void menu(ContextMenuEvent e) {
        Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
        Point2D on = e.isKeyboardTrigger() ? canvas.middle() : canvas.view().get().toCanvas(at.getX(), at.getY());
        canvas.commands().at(on).show(canvas, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private void chooseItem(String item, boolean more) {
        Selection now = canvas.selection();
        if (more) canvas.select(now.toggled(item));
        else if (!now.has(item)) canvas.select(Selection.of(item));
        canvas.focusChosen();
    }

    private void drag(MouseEvent e) {
        Gesture now = gesture;
        Point2D from = pressed, at = at(e);
        if (now == null || from == null) return;
        dragging = dragging || from.distance(at) >= DRAG_FROM;
        if (dragging) now.drag(at);
        if (dragging && now.leadsOn()) scrolling.at(at);
        e.consume();
    }

    private void release(MouseEvent e) {
        Gesture now = gesture;
        gesture = null;
        scrolling.end();
        if (canvas.isFloating(e.getTarget())) return;
        if (now != null && dragging) now.drop(at(e));
        else if (now != null && e.getButton() == MouseButton.PRIMARY) clicked(e);
        e.consume();
    }

    /** A press on one of several chosen items may begin a move of all; only without one it chooses that item alone. */
    private void clicked(MouseEvent e) {
        Point2D at = at(e), on = canvas.view().get().toCanvas(at.getX(), at.getY());
        boolean more = e.isShiftDown() || e.isShortcutDown();
        itemAt(on).filter(_ -> !more && canvas.selection().items().size() > 1).ifPresent(item -> {
            canvas.select(Selection.of(item));
            canvas.focusChosen();
        });
    }

    private void click(MouseEvent e) {
        if (canvas.isFloating(e.getTarget()) || e.getButton() != MouseButton.PRIMARY || e.getClickCount() != 2 || !e.isStillSincePress()) return;
        Point2D at = at(e), on = canvas.view().get().toCanvas(at.getX(), at.getY());
        Optional<String> item = itemAt(on);
        if (item.isEmpty()) {
            if (canvas.scenery().wireAt(on.getX(), on.getY(), reach(WIRE_REACH)).isEmpty()) canvas.askWhatToAdd(on, Optional.empty());
            else canvas.chosenLinks().stream().findFirst().ifPresent(canvas.steps()::askToInsert);
        } else if (canvas.scenery().pipeline().find(item.get()).isPresent()) open.run();
        else if (canvas.scenery().spots().containsKey(item.get())) canvas.acts().fold();
        else canvas.acts().rename();
        e.consume();
    }

    /** Esc while the button is down. */
    boolean giveUp() {
        Gesture now = gesture;
        if (now == null || !dragging) return false;
        gesture = null;
        scrolling.end();
        now.giveUp();
        return true;
    }

    private void hover(MouseEvent e) {
        Point2D at = at(e), on = canvas.view().get().toCanvas(at.getX(), at.getY()), scene = new Point2D(e.getSceneX(), e.getSceneY());
        Optional<PortPlace> port = canvas.scenery().portAt(on.getX(), on.getY(), reach(PORT_REACH));
        boolean box = itemAt(on).isPresent();
        Optional<Wire> wire = port.isPresent() || box ? Optional.empty() : canvas.scenery().wireAt(on.getX(), on.getY(), reach(WIRE_REACH));
        canvas.setCursor(port.isPresent() ? Cursor.CROSSHAIR : box || wire.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        canvas.hover(wire.map(Wire::link), port, scene);
    }

    /** A wheel zooms, two fingers on a pad look elsewhere: a pad tells small steps, or such to the side. */
    private void scroll(ScrollEvent e) {
        if (canvas.isFloating(e.getTarget())) return;
        Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
        boolean pad = e.isInertia() || e.getTouchCount() > 0 || e.getDeltaX() != 0 || e.getDeltaY() % NOTCH != 0;
        if (e.isShortcutDown() || !pad && !e.isShiftDown()) {
            if (e.getDeltaY() != 0) canvas.setView(canvas.view().get().zoomed(Math.pow(ZOOM_BASE, e.getDeltaY() / NOTCH), at.getX(), at.getY()));
        } else if (e.isShiftDown() && e.getDeltaX() == 0) canvas.setView(canvas.view().get().panned(e.getDeltaY(), 0));
        else canvas.setView(canvas.view().get().panned(e.getDeltaX(), e.getDeltaY()));
        e.consume();
    }

    private void pinch(ZoomEvent e) {
        Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
        canvas.setView(canvas.view().get().zoomed(e.getZoomFactor(), at.getX(), at.getY()));
        e.consume();
    }
}
