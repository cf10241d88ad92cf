package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Port;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelHues;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** The canvas with what is looked at around it: a card over it, the view of a step beside it, pinned previews below it. */
public final class LookDesk extends BorderPane {
    private static final String VIEW = "pipelines.look.view", VIEW_SHARE = "0.45";
    private static final Duration SOON = Duration.millis(250);
    private static final double GAP = 12;
    private final Region canvas;
    private final LookViewModel model;
    private final PinsViewModel pins;
    private final Previews previews;
    private final UiContext ui;
    private final LookWords words;
    private final PinDock dock;
    private final Pane over = new Pane();
    private final SplitPane beside, down;
    private final PauseTransition wait = new PauseTransition(SOON);
    private @Nullable NodeView view;
    private @Nullable PortRef viewed, carded;
    private Runnable stop = () -> { };
    private int asked;

    /** @param canvas that shows the pipeline */
    public LookDesk(Region canvas, LookViewModel model, PinsViewModel pins, Workspace workspace, UiContext ui) {
        this.canvas = canvas;
        this.model = model;
        this.pins = pins;
        this.ui = ui;
        words = new LookWords(ui);
        previews = new Previews(model, new ModelHues(workspace.settings()), ui);
        dock = new PinDock(pins, model, previews, this::open, ui);
        over.setMouseTransparent(true);
        over.setPickOnBounds(false);
        beside = new SplitPane(new StackPane(canvas, over));
        down = new SplitPane(beside);
        down.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(dock, false);
        down.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> rememberShare());
        setMinWidth(0);
        dock.setMinSize(0, 0);
        setCenter(down);
        ui.keep(pins.folded().subscribe(_ -> showDock()));
        javafx.collections.ListChangeListener<PortRef> change = _ -> showDock();
        pins.pins().addListener(change);
        ui.keep(() -> pins.pins().removeListener(change));
        ui.keep(model.shown().pipeline().subscribe(_ -> pipelineChanged()));
        ui.keep(model.shown().looks().subscribe(_ -> {
            if (view != null) view.refresh();
        }));
        ui.keep(model.shown().watch(id -> {
            if (view != null && viewed != null && (id.isEmpty() || id.equals(viewed.node()))) view.turned();
        }));
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hideCard());
    }

    // ---- the card

    /** The pointer rests on a link or port: its card comes soon, beside the pointer. @param x of the scene */
    public void hover(PortRef ref, double x, double y) {
        if (ref.equals(carded)) return;
        wait.setOnFinished(_ -> card(ref, over.sceneToLocal(x, y)));
        wait.playFromStart();
    }

    /** The pointer left. */
    public void unhover() {
        hideCard();
    }

    /** Shows the card of a step's output beside its box, of the next output where it is shown already. */
    public void card(String node) {
        List<PortRef> all = model.node(node).map(n -> model.outputs(n).stream().map(p -> new PortRef(n.id(), p.name())).toList()).orElse(List.of());
        if (all.isEmpty()) return;
        PortRef next = all.get((all.indexOf(carded) + 1) % all.size());
        card(next, box(node).map(b -> over.sceneToLocal(b.getMaxX(), b.getMinY())).orElse(new Point2D(GAP, GAP)));
    }

    private Optional<Bounds> box(String node) {
        for (Node box : canvas.lookupAll(".node-box")) if (("node-" + node).equals(box.getId())) return Optional.of(box.localToScene(box.getBoundsInLocal()));
        return Optional.empty();
    }

    private void card(PortRef ref, Point2D at) {
        stop.run();
        int mine = ++asked;
        carded = ref;
        stop = model.look(ref, look -> {
            if (mine == asked) place(new LookCard(look, model.node(ref.node()).map(words::name).orElse(ref.node()), ui), at);
        }, cause -> {
            if (mine == asked) ui.tell(cause);
        });
    }

    /** Right of the point if there is room, else left of it; never cut. */
    private void place(LookCard card, Point2D at) {
        over.getChildren().setAll(card);
        card.applyCss();
        double width = card.prefWidth(-1), height = card.prefHeight(width);
        double x = at.getX() + GAP + width <= over.getWidth() ? at.getX() + GAP : at.getX() - GAP - width;
        card.resizeRelocate(Math.clamp(x, 0, Math.max(0, over.getWidth() - width)), Math.clamp(at.getY(), 0, Math.max(0, over.getHeight() - height)), width, height);
    }

    private void hideCard() {
        wait.stop();
        asked++;
        stop.run();
        carded = null;
        over.getChildren().clear();
    }

    // ---- the view beside

    /** Opens the view of a step with its first output. */
    public void open(String node) {
        model.first(node).ifPresent(this::open);
    }

    /** Opens the view of a step with this output. */
    public void open(PortRef ref) {
        model.node(ref.node()).ifPresent(node -> {
            hideCard();
            closeView();
            var made = new NodeView(node, ref, model, previews, pins::toggle, this::closeView, ui);
            view = made;
            viewed = ref;
            beside.getItems().add(made);
            beside.setDividerPositions(Double.parseDouble(ui.remembered().get(VIEW, VIEW_SHARE)));
            beside.getDividers().getFirst().positionProperty().subscribe(at -> ui.remembered().put(VIEW, String.valueOf(at)));
            made.requestFocus();
        });
    }

    private void closeView() {
        NodeView now = view;
        if (now == null) return;
        now.leave();
        beside.getItems().remove(now);
        view = null;
        viewed = null;
    }

    private void pipelineChanged() {
        hideCard();
        PortRef now = viewed;
        if (now != null && model.port(now).isEmpty()) closeView();
        else if (view != null) view.refresh();
        showDock();
    }

    // ---- the dock

    private void showDock() {
        boolean any = pins.pins().stream().anyMatch(p -> model.port(p).isPresent()), folded = pins.folded().get();
        boolean inside = down.getItems().contains(dock);
        if (inside && (folded || !any)) down.getItems().remove(dock);
        setBottom(any && folded ? dock : null);
        if (!inside && any && !folded) {
            down.getItems().add(dock);
            down.setDividerPositions(pins.share().get());
        }
    }

    private void rememberShare() {
        if (down.getDividerPositions().length > 0) pins.share().set(down.getDividerPositions()[0]);
    }

    /** Pins the preview of an output, or takes it off. */
    public void pin(PortRef ref) {
        pins.toggle(ref);
    }

    // ---- keys

    /** Esc: closes the card, else the view. @return whether there was one */
    public boolean escape() {
        if (!over.getChildren().isEmpty()) {
            hideCard();
            return true;
        }
        if (view == null) return false;
        closeView();
        return true;
    }

    /** What can be looked at now. @param chosen the id of the chosen step; empty if none is */
    public List<Command> commands(String chosen) {
        var all = new ArrayList<Command>();
        model.node(chosen).ifPresent(node -> {
            List<Port> outputs = model.outputs(node);
            if (outputs.isEmpty()) return;
            all.add(Command.of(ui.text("look.command.card"), Icons.INFO, "F3", () -> card(chosen)));
            all.add(Command.of(ui.text("look.command.open"), Icons.LOOK, "F4", () -> open(chosen)));
            for (Port p : outputs) {
                var ref = new PortRef(chosen, p.name());
                String text = ui.text(pins.pinned(ref) ? "look.command.unpin" : "look.command.pin", words.type(p.type()), words.name(node));
                if (p.equals(outputs.getFirst())) all.add(Command.of(text, Icons.PIN, "F8", () -> pins.toggle(ref)));
                else all.add(Command.of(text, Icons.PIN, () -> pins.toggle(ref)));
            }
        });
        if (view != null) all.add(Command.of(ui.text("look.command.close"), Icons.CLOSE, "Shift+F4", this::closeView));
        if (!dock.isEmpty()) {
            boolean folded = pins.folded().get();
            all.add(Command.of(ui.text(folded ? "look.dock.unfold" : "look.dock.fold"), Icons.FOLD, "Shift+F8", () -> pins.folded().set(!pins.folded().get())));
            all.add(Command.of(ui.text("look.command.dock"), Icons.PIN, "Shift+F3", () -> dock.first().requestFocus()));
        }
        return all;
    }
}
