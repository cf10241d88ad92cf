package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.Spot;

/**
 * The layers of the canvas and what they show. What changes is gathered and shown once a frame, before the scene is styled and laid out, so
 * that many events of the mouse cost one drawing.
 */
final class Painter {
    private static final double READABLE = 0.75;
    private final GraphCanvas canvas;
    private final OperatorCatalogue operators;
    private final CanvasTexts texts;
    private final Affine transform = new Affine();
    private final BoxLayer boxes;
    private final NoteLayer notes;
    private final LinkLayer links = new LinkLayer();
    private final MiniMap map;
    private final Map<String, Spot> moving = new HashMap<>();
    private Scenery still = Scenery.EMPTY, scenery = Scenery.EMPTY;
    private @Nullable Link hovered;
    private @Nullable LinkCurve drawn;
    private boolean refused, rebuild = true, shift, redraw = true;

    Painter(GraphCanvas canvas, OperatorCatalogue operators, CanvasTexts texts, Overlay overlay) {
        this.canvas = canvas;
        this.operators = operators;
        this.texts = texts;
        boxes = new BoxLayer(texts, box -> {
            show(box);
            overlay.tipFor(box);
        });
        notes = new NoteLayer(texts);
        map = new MiniMap(canvas);
        for (Group layer : List.of(boxes, notes.back(), notes.front())) layer.getTransforms().add(transform);
    }

    /** From the back to the front, what lies over the boxes between them and the map. */
    List<javafx.scene.Node> layers(Overlay overlay) {
        return List.of(notes.back(), links, boxes, notes.front(), overlay, map);
    }

    MiniMap map() {
        return map;
    }

    BoxLayer boxes() {
        return boxes;
    }

    NoteLayer notes() {
        return notes;
    }

    /** Where all stands now, with what changed since the last frame. */
    Scenery scenery() {
        if (rebuild) build();
        else if (shift) shift();
        return scenery;
    }

    void refresh(String node) {
        boxes.box(node).ifPresent(this::show);
    }

    void refreshAll() {
        boxes.all().forEach(this::show);
    }

    private void show(NodeBox box) {
        scenery.pipeline().find(box.item()).ifPresent(n -> box.show(texts.look(n), n.enabled()));
        scenery.pipeline().group(box.item()).ifPresent(g -> box.show(texts.look(g), true));
    }

    // ---- what changed

    void redraw() {
        redraw = true;
        Platform.requestNextPulse();
    }

    /** Another pipeline is shown, or the same after an edit. */
    void rebuild() {
        moving.clear();
        rebuild = true;
        redraw();
    }

    /** Shows items where they would stand; empty: where they stand. */
    void moving(Map<String, Spot> now) {
        moving.clear();
        moving.putAll(now);
        shift = true;
        redraw();
    }

    void recolour() {
        map.recolour();
        redraw();
    }

    @Nullable Link hovered() {
        return hovered;
    }

    void hover(@Nullable Link link) {
        hovered = link;
        redraw();
    }

    /** The link under the hand; null: none. */
    void draw(@Nullable LinkCurve curve, boolean cannotBe) {
        drawn = curve;
        refused = cannotBe;
        redraw();
    }

    void choose(Selection now) {
        if (rebuild) build();
        boxes.choose(now);
        notes.choose(now);
    }

    // ---- the frame

    /** The canvas has this size. */
    void size(double width, double height) {
        if (links.getWidth() != width || links.getHeight() != height) {
            links.setWidth(width);
            links.setHeight(height);
            redraw();
        }
        map.place(canvas.getWidth(), canvas.getHeight(), canvas.choices().map().get());
    }

    /** Brings the scene up to what it shows; nothing if nothing changed. */
    void frame() {
        double width = canvas.getWidth(), height = canvas.getHeight();
        if (width <= 0 || height <= 0) return;
        scenery();
        if (!canvas.fitted || !canvas.moved && (canvas.fittedWidth != width || canvas.fittedHeight != height)) canvas.fit(READABLE); // a person's own view stays
        if (!redraw) return;
        redraw = false;
        View now = canvas.view.get();
        transform.setMxx(now.scale());
        transform.setMyy(now.scale());
        transform.setTx(now.x());
        transform.setTy(now.y());
        boolean all = boxes.cull(now, width, height);
        Selection chosen = canvas.selection();
        var palette = canvas.ui().palette().get();
        links.draw(scenery, now, new LinkLayer.Extra(chosen.items(), chosen.links(), hovered, drawn, refused, canvas.choices().snap().get()), palette);
        map.draw(scenery, now, width, height, palette);
        if (!all) redraw();
    }

    /** What is dragged and what is joined to it stand elsewhere; all else is as it was. */
    private void shift() {
        shift = false;
        var boxesNow = new HashSet<>(scenery.touched());
        scenery = still.moved(moving);
        boxesNow.addAll(scenery.touched());
        boxes.stand(scenery, boxesNow);
        if (scenery.outlines().isEmpty() && scenery.notes().isEmpty()) return;
        notes.show(scenery);
        notes.choose(canvas.selection());
    }

    private void build() {
        rebuild = false;
        shift = false;
        Pipeline pipeline = canvas.edits().pipeline().getValue();
        Scenery before = scenery;
        scenery = pipeline == null ? Scenery.EMPTY : Scenery.of(pipeline, operators, still);
        still = scenery;
        texts.show(scenery.pipeline());
        boxes.show(scenery);
        notes.show(scenery);
        if (scenery.pipeline() != before.pipeline()) refreshAll();
        if (scenery.items().stream().noneMatch(before.items()::contains)) {
            boolean first = before != Scenery.EMPTY && before.all().isEmpty() && before.pipeline().name().equals(scenery.pipeline().name());
            canvas.fitted = canvas.moved = first; // where a person puts the first step is where it is seen
        }
        map.show(scenery);
        Selection left = canvas.selection().within(scenery.all(), scenery.pipeline());
        if (!left.equals(canvas.selection())) canvas.select(left);
        else choose(left);
    }
}
