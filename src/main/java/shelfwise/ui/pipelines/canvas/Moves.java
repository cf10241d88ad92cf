package shelfwise.ui.pipelines.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.Spot;

/** Puts items elsewhere, as one edit. */
final class Moves {
    static final double GRID = 8;

    private Moves() { }

    static Spot onGrid(Spot spot) {
        return new Spot(Math.round(spot.x() / GRID) * GRID, Math.round(spot.y() / GRID) * GRID);
    }

    /** The pipeline with every item standing where the canvas shows it: one never laid out is shown in columns, which the first edit files. */
    static Pipeline asShown(GraphCanvas canvas) {
        return placed(canvas.scenery().pipeline(), canvas.scenery().spots());
    }

    /** Moves nodes, notes and the boxes of groups to these spots. */
    static Pipeline placed(Pipeline pipeline, Map<String, Spot> spots) {
        var nodes = pipeline.nodes().stream().map(n -> spots.containsKey(n.id()) ? n.at(spots.get(n.id()).x(), spots.get(n.id()).y()) : n).toList();
        Pipeline p = nodes.equals(pipeline.nodes()) ? pipeline : pipeline.withNodes(nodes);
        for (Note n : pipeline.notes()) if (spots.containsKey(n.id())) p = p.set(n.at(spots.get(n.id()).x(), spots.get(n.id()).y()));
        for (Group g : pipeline.groups()) {
            Spot s = spots.get(g.id());
            if (s != null) p = p.moveBy(Set.of(g.id()), s.x() - g.x(), s.y() - g.y());
        }
        return p;
    }

    /** @return whether that was another place for any of them */
    static boolean to(GraphCanvas canvas, Map<String, Spot> spots, Scenery before) {
        if (!canvas.canEdit() || spots.isEmpty()) return false;
        var all = new HashMap<>(before.spots());
        all.putAll(spots);
        Pipeline now = placed(before.pipeline(), all);
        if (now.equals(before.pipeline())) return false;
        canvas.edits().edit(now, Edit.of("edit.move", spots.size()));
        return true;
    }

    /** Where items would stand, so far from where they stand; frames and groups with what is in them. */
    static Map<String, Spot> shifted(Scenery scenery, Collection<String> items, double dx, double dy) {
        var spots = new HashMap<String, Spot>();
        for (String item : items) {
            for (String i : scenery.with(item)) place(scenery, i).ifPresent(s -> spots.put(i, s.plus(dx, dy)));
        }
        return spots;
    }

    private static Optional<Spot> place(Scenery scenery, String item) {
        Spot box = scenery.spots().get(item);
        if (box != null) return Optional.of(box);
        return scenery.pipeline().find(item).map(n -> new Spot(n.x(), n.y())) // inside a folded group
                .or(() -> scenery.pipeline().note(item).map(n -> new Spot(n.x(), n.y()))).or(() -> scenery.pipeline().group(item).map(g -> new Spot(g.x(), g.y())));
    }

    /** Moves what is chosen by so many steps of the grid, and keeps it in view. */
    static void by(GraphCanvas canvas, int right, int down) {
        to(canvas, shifted(canvas.scenery(), canvas.selection().items(), right * GRID, down * GRID), canvas.scenery());
        canvas.revealChosen();
    }
}
