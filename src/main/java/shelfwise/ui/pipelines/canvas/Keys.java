package shelfwise.ui.pipelines.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import shelfwise.pipeline.layout.Way;

/**
 * The keyboard on the canvas, beyond the commands: arrows go from box to box (with Shift they add it to what is chosen), with Alt or Ctrl they
 * move what is chosen by the grid, with Ctrl and Shift they look elsewhere; Enter opens the settings.
 */
final class Keys {
    private static final double PAN = 80;
    private final GraphCanvas canvas;
    private final Runnable open;

    Keys(GraphCanvas canvas, Runnable open) {
        this.canvas = canvas;
        this.open = open;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent e) {
        if (canvas.isFloating(e.getTarget())) return;
        if (e.getTarget() instanceof PortMark port && e.getCode() == KeyCode.ENTER) canvas.steps().askTarget(port.place());
        else if (e.getCode() == KeyCode.INSERT) canvas.steps().askHere();
        else if (e.getCode() == KeyCode.BACK_SPACE) canvas.acts().remove();
        else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !canvas.selection().items().isEmpty()) enter();
        else if (e.getCode().isArrowKey()) arrow(e, way(e.getCode()));
        else return;
        e.consume();
    }

    private void enter() {
        String last = canvas.selection().last().orElse("");
        if (canvas.scenery().pipeline().find(last).isPresent() || canvas.scenery().pipeline().group(last).flatMap(shelfwise.pipeline.Group::origin).isPresent()) open.run();
        else if (canvas.scenery().spots().containsKey(last)) canvas.acts().fold();
        else canvas.acts().rename();
    }

    private static Way way(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> Way.LEFT;
            case RIGHT, KP_RIGHT -> Way.RIGHT;
            case UP, KP_UP -> Way.UP;
            default -> Way.DOWN;
        };
    }

    private void arrow(KeyEvent e, Way way) {
        int right = way == Way.RIGHT ? 1 : way == Way.LEFT ? -1 : 0, down = way == Way.DOWN ? 1 : way == Way.UP ? -1 : 0;
        if (e.isShortcutDown() && e.isShiftDown()) canvas.setView(canvas.view().get().panned(-right * PAN, -down * PAN));
        else if (e.isAltDown() || e.isShortcutDown()) Moves.by(canvas, right, down);
        else go(way, e.isShiftDown());
    }

    private void go(Way way, boolean adding) {
        String from = canvas.selection().last().orElse(""), to = way.next(canvas.scenery().spots(), from);
        if (to.isEmpty()) return;
        canvas.select(adding ? canvas.selection().plus(java.util.List.of(to)) : Selection.of(to));
        canvas.focusChosen();
    }
}
