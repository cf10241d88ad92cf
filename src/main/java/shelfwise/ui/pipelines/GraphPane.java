package shelfwise.ui.pipelines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.Spot;
import shelfwise.pipeline.layout.Way;

/**
 * The canvas: boxes and links, to be zoomed (wheel, keys) and moved about (drag, keys with Shift). Arrow keys go from node to node, Enter opens
 * the settings. A pipeline has fewer than a hundred nodes, so each is a node of the scene and speaks for itself to a screen reader.
 */
final class GraphPane extends Region {
    static final double SMALLEST = 0.25, LARGEST = 2.5;
    private static final double STEP = 1.2, PAN = 80, MARGIN = 16, READABLE = 0.75, DRAG_FROM = 3;
    private final Affine view = new Affine();
    private final GraphLinks links;
    private final Group boxGroup = new Group();
    private final Group content;
    private final Map<String, NodeBox> boxes = new LinkedHashMap<>();
    private Map<String, Spot> spots = Map.of();
    private final NodeWords words;
    private final Consumer<String> choose;
    private final Runnable open;
    private String chosen = "";
    private String shape = "";
    private boolean fitted;
    private boolean moved;
    private double fittedWidth, fittedHeight;
    private @Nullable Point2D grip;

    /** @param choose gets the id of a node that was chosen, empty for none; @param open the chosen node's settings are wanted */
    GraphPane(NodeWords words, OperatorCatalogue operators, Consumer<String> choose, Runnable open) {
        this.words = words;
        this.choose = choose;
        this.open = open;
        links = new GraphLinks(operators);
        content = new Group(links, boxGroup);
        content.getTransforms().add(view);
        content.setManaged(false);
        getChildren().add(content);
        getStyleClass().add("graph");
        setId("graph");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnScroll(this::onScroll);
        setOnMousePressed(this::onPressed);
        setOnMouseDragged(this::onDragged);
        setOnMouseReleased(e -> grip = null);
        setOnKeyPressed(this::onKey);
    }

    /** Shows the nodes and links; the view stays where it is unless other nodes stand there. */
    void show(Pipeline pipeline, NodeStates states, boolean running) {
        Map<String, Spot> now = Layout.of(pipeline);
        String newShape = pipeline.name() + now + pipeline.links();
        if (newShape.equals(shape)) {
            pipeline.nodes().forEach(n -> show(n, states, running));
            return;
        }
        boolean keepView = fitted && now.equals(spots);
        shape = newShape;
        spots = now;
        boxes.clear();
        for (Node n : pipeline.order()) {
            var box = new NodeBox(words, n);
            Spot spot = now.getOrDefault(n.id(), new Spot(0, 0));
            box.relocate(spot.x(), spot.y());
            box.setOnMouseClicked(e -> onBox(n.id(), e));
            boxes.put(n.id(), box);
            show(n, states, running);
        }
        boxGroup.getChildren().setAll(boxes.values());
        links.show(pipeline, now);
        choose(chosen);
        if (!keepView) {
            fitted = false;
            moved = false;
        }
        requestLayout();
    }

    void show(Node node, NodeStates states, boolean running) {
        NodeBox box = boxes.get(node.id());
        if (box != null) box.show(node, states, running);
    }

    /** Marks a node as chosen and brings it into sight. */
    void choose(String node) {
        boolean focus = isFocusWithin();
        chosen = node;
        boxes.forEach((id, box) -> {
            box.setChosen(id.equals(node));
            box.setFocusTraversable(id.equals(node));
        });
        setFocusTraversable(!boxes.containsKey(node));
        links.choose(node);
        if (focus) focusChosen();
        reveal(node);
    }

    /** Puts the keyboard on the chosen node. */
    void focusChosen() {
        NodeBox box = boxes.get(chosen);
        if (box != null) box.requestFocus();
        else requestFocus();
    }

    private void onBox(String id, MouseEvent e) {
        if (!e.isStillSincePress()) return;
        choose.accept(id);
        focusChosen();
        if (e.getClickCount() == 2) open.run();
        e.consume();
    }

    private void onKey(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) return;
        if (e.getCode() == KeyCode.ENTER && !chosen.isEmpty()) open.run();
        else if (!e.getCode().isArrowKey()) return;
        else if (e.isShiftDown()) pan(e.getCode());
        else choose.accept(way(e.getCode()).next(spots, chosen));
        e.consume();
    }

    private static Way way(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> Way.LEFT;
            case RIGHT, KP_RIGHT -> Way.RIGHT;
            case UP, KP_UP -> Way.UP;
            default -> Way.DOWN;
        };
    }

    private void pan(KeyCode code) {
        moved = true;
        switch (way(code)) {
            case LEFT -> moveBy(PAN, 0);
            case RIGHT -> moveBy(-PAN, 0);
            case UP -> moveBy(0, PAN);
            case DOWN -> moveBy(0, -PAN);
        }
    }

    private void onScroll(ScrollEvent e) {
        if (e.getDeltaY() == 0) return;
        zoom(e.getDeltaY() > 0 ? STEP : 1 / STEP, e.getX(), e.getY());
        e.consume();
    }

    private void onPressed(MouseEvent e) {
        grip = new Point2D(e.getX(), e.getY());
        if (e.getTarget() == this) requestFocus();
    }

    private void onDragged(MouseEvent e) {
        if (grip == null || e.isStillSincePress() && grip.distance(e.getX(), e.getY()) < DRAG_FROM) return;
        moved = true;
        moveBy(e.getX() - grip.getX(), e.getY() - grip.getY());
        grip = new Point2D(e.getX(), e.getY());
    }

    private void moveBy(double dx, double dy) {
        view.setTx(snapPositionX(view.getTx() + dx));
        view.setTy(snapPositionY(view.getTy() + dy));
    }

    void zoomIn() {
        zoom(STEP, getWidth() / 2, getHeight() / 2);
    }

    void zoomOut() {
        zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    /** The point under (x, y) stays there. */
    private void zoom(double factor, double x, double y) {
        double before = view.getMxx(), now = Math.clamp(before * factor, SMALLEST, LARGEST);
        double tx = x - (x - view.getTx()) * now / before, ty = y - (y - view.getTy()) * now / before;
        moved = true;
        look(now, tx, ty);
    }

    private void look(double scale, double tx, double ty) {
        view.setMxx(scale);
        view.setMyy(scale);
        view.setTx(snapPositionX(tx));
        view.setTy(snapPositionY(ty));
    }

    double scale() {
        return view.getMxx();
    }

    /** All of it in the window, no larger than life. */
    void fit() {
        moved = false;
        fit(SMALLEST);
    }

    private void fit(double smallest) {
        if (spots.isEmpty() || getWidth() <= 0 || getHeight() <= 0) return;
        double left = spots.values().stream().mapToDouble(Spot::x).min().orElse(0), top = spots.values().stream().mapToDouble(Spot::y).min().orElse(0);
        double width = spots.values().stream().mapToDouble(Spot::x).max().orElse(0) + Layout.WIDTH - left;
        double height = spots.values().stream().mapToDouble(Spot::y).max().orElse(0) + Layout.HEIGHT - top;
        double scale = Math.clamp(Math.min((getWidth() - 2 * MARGIN) / width, (getHeight() - 2 * MARGIN) / height), smallest, 1);
        double x = Math.max(MARGIN, (getWidth() - width * scale) / 2), y = Math.max(MARGIN, (getHeight() - height * scale) / 2);
        look(scale, x - left * scale, y - top * scale);
        fitted = true;
        fittedWidth = getWidth();
        fittedHeight = getHeight();
    }

    private void reveal(String node) {
        Spot spot = spots.get(node);
        if (spot == null || !fitted) return;
        double scale = view.getMxx(), left = view.getTx() + spot.x() * scale, top = view.getTy() + spot.y() * scale;
        double right = left + Layout.WIDTH * scale, bottom = top + Layout.HEIGHT * scale;
        double dx = left < MARGIN ? MARGIN - left : right > getWidth() - MARGIN ? getWidth() - MARGIN - right : 0;
        double dy = top < MARGIN ? MARGIN - top : bottom > getHeight() - MARGIN ? getHeight() - MARGIN - bottom : 0;
        if (dx != 0 || dy != 0) moveBy(dx, dy);
    }

    @Override protected void layoutChildren() {
        if (!fitted || !moved && (fittedWidth != getWidth() || fittedHeight != getHeight())) { // a person's own view stays
            fit(READABLE);
            if (fitted) reveal(chosen);
        }
        super.layoutChildren();
    }
}
