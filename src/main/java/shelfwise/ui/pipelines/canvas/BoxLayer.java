package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;

/**
 * The boxes of all nodes. Each is a node of the scene, so that it has a style, a focus and a voice; those out of sight are invisible, and from
 * afar they carry no text, so that three hundred of them cost no more than the thirty a window can show. Where the zoom, or a link under the
 * hand, changes the look of them all, so many take it on in each frame, those in the middle of the window first; those that come into sight
 * are seen when they have it.
 */
final class BoxLayer extends Group {
    private static final double ALL_FROM = 0.55, NAME_FROM = 0.28, MARKS_FROM = 0.45;
    /** What may be spent on changed looks in one frame; a box that makes its texts costs several times what one does that has them. */
    private static final int A_FRAME = 16, NEW = 3;
    private final CanvasTexts texts;
    private final Consumer<NodeBox> made;
    private final Map<String, NodeBox> boxes = new LinkedHashMap<>();
    private boolean marksAlways;
    private @Nullable Predicate<PortPlace> legal;

    /** @param made is given each new box, for its handlers */
    BoxLayer(CanvasTexts texts, Consumer<NodeBox> made) {
        this.texts = texts;
        this.made = made;
        setAutoSizeChildren(false);
        setManaged(false);
    }

    /** Makes, takes away and places boxes so that they are those of {@code scenery}. */
    void show(Scenery scenery) {
        Set<String> linked = linked(scenery);
        if (boxes.keySet().retainAll(scenery.items())) getChildren().setAll(boxes.values());
        scenery.spots().forEach((item, spot) -> {
            NodeBox box = boxes.get(item);
            if (box == null) {
                box = new NodeBox(item, texts::node);
                box.setVisible(false);
                boxes.put(item, box);
                getChildren().add(box);
                made.accept(box);
            }
            place(box, scenery, spot, linked);
        });
    }

    /** Moves these alone; the boxes are those of before. */
    void stand(Scenery scenery, Set<String> items) {
        for (String item : items) {
            NodeBox box = boxes.get(item);
            Spot spot = scenery.spots().get(item);
            if (box == null || spot == null) continue;
            box.relocate(spot.x(), spot.y());
            for (PortPlace p : scenery.ports(item)) Optional.ofNullable(box.mark(p)).ifPresent(m -> m.stand(p, spot));
        }
    }

    private void place(NodeBox box, Scenery scenery, Spot spot, Set<String> linked) {
        box.relocate(spot.x(), spot.y());
        box.ports(scenery.ports(box.item()), spot, texts::port, p -> linked.contains(PortMark.id(p)));
    }

    private static Set<String> linked(Scenery scenery) {
        var linked = new HashSet<String>();
        for (Link l : scenery.pipeline().links()) {
            linked.add("port-" + l.fromNode() + "-out-" + l.fromPort());
            linked.add("port-" + l.toNode() + "-in-" + l.toPort());
        }
        return linked;
    }

    Optional<NodeBox> box(String item) {
        return Optional.ofNullable(boxes.get(item));
    }

    Iterable<NodeBox> all() {
        return boxes.values();
    }

    /** Shows those that can be seen, in the detail that can be read. @return whether all do; if not, it is to be called again with the next frame */
    boolean cull(View view, double width, double height) {
        Rectangle2D seen = view.seen(width, height);
        NodeBox.Detail detail = view.scale() >= ALL_FROM ? NodeBox.Detail.ALL : view.scale() >= NAME_FROM ? NodeBox.Detail.NAME : NodeBox.Detail.COLOURS;
        boolean marks = marksAlways || view.scale() >= MARKS_FROM;
        var others = new ArrayList<NodeBox>();
        for (NodeBox box : boxes.values()) {
            boolean inSight = seen.intersects(box.getLayoutX() - 8, box.getLayoutY() - 8, Layout.WIDTH + 16, Layout.HEIGHT + 16);
            boolean ready = box.shows(detail, marks, legal);
            box.setVisible(inSight && (ready || box.isVisible()));
            if (inSight && !ready) others.add(box);
        }
        double x = seen.getMinX() + (seen.getWidth() - Layout.WIDTH) / 2, y = seen.getMinY() + (seen.getHeight() - Layout.HEIGHT) / 2;
        if (NEW * others.size() > A_FRAME) others.sort(Comparator.comparingDouble(b -> Math.hypot(b.getLayoutX() - x, b.getLayoutY() - y)));
        int spent = 0;
        for (NodeBox box : others) {
            spent += box.isNew(detail, marks) ? NEW : 1;
            if (spent > A_FRAME) return false;
            box.show(detail, marks, legal);
            box.setVisible(true);
        }
        return true;
    }

    /** While a link is drawn its ends must be seen, however far away one looks from. */
    void seeMarksAlways(boolean always) {
        marksAlways = always;
    }

    /** Which ports a link under the hand may end at; null: none is being drawn. Boxes take it on when they are in sight. */
    void light(@Nullable Predicate<PortPlace> now) {
        legal = now;
    }

    void choose(Selection selection) {
        String last = selection.last().orElse("");
        boxes.forEach((item, box) -> {
            box.setChosen(selection.has(item));
            box.setFocusTraversable(item.equals(last));
            for (PortMark mark : box.marks()) mark.setFocusTraversable(item.equals(last));
        });
    }
}
