package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.Map;
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
        Pipeline p = canvas.scenery().pipeline();
        return placed(p, canvas.scenery().spots());
    }

    /** Moves nodes to these spots. */
    static Pipeline placed(Pipeline pipeline, Map<String, Spot> spots) {
        Pipeline p = pipeline;
        for (var n : pipeline.nodes()) {
            Spot s = spots.get(n.id());
            if (s != null && (s.x() != n.x() || s.y() != n.y())) p = p.move(n.id(), s.x(), s.y());
        }
        return p;
    }

    /** @return whether that was another place for any of them */
    static boolean to(GraphCanvas canvas, Map<String, Spot> spots) {
        if (!canvas.canEdit() || spots.isEmpty()) return false;
        Pipeline before = canvas.edits().pipeline().getValue();
        if (before == null) return false;
        var all = new HashMap<>(canvas.scenery().spots());
        all.putAll(spots);
        Pipeline now = placed(before, all);
        if (now.equals(before)) return false;
        canvas.edits().edit(now, "edit.move", spots.size());
        return true;
    }

    /** Moves what is chosen by so many steps of the grid. */
    static void by(GraphCanvas canvas, int right, int down) {
        var spots = new HashMap<String, Spot>();
        for (String item : canvas.selection().items()) {
            Spot s = canvas.scenery().spots().get(item);
            if (s != null) spots.put(item, onGrid(s).plus(right * GRID, down * GRID));
        }
        to(canvas, spots);
    }
}
