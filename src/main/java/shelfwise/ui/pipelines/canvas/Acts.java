package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Align;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Fragment;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.Spot;

/** What can be done with what is chosen, each as one edit. Nothing happens where nothing is chosen that it applies to. */
final class Acts {
    private static final double BESIDE = 32, PAD = 24, TITLE = 32, NOTE_WIDTH = 176, NOTE_HEIGHT = 88;
    private final GraphCanvas canvas;
    private int pastes;

    Acts(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    private Selection chosen() {
        return canvas.selection();
    }

    private void edit(UnaryOperator<Pipeline> how, Edit name) {
        if (canvas.canEdit()) canvas.edits().edit(how.apply(Moves.asShown(canvas)), name);
    }

    /** Nodes among what is chosen, those of chosen groups with them. */
    Set<String> nodes() {
        Pipeline p = canvas.scenery().pipeline();
        var nodes = new LinkedHashSet<String>();
        for (String item : chosen().items()) {
            if (p.find(item).isPresent()) nodes.add(item);
            else if (p.group(item).isPresent()) Groups.nodes(p, item).forEach(n -> nodes.add(n.id()));
        }
        return nodes;
    }

    private List<Group> groups() {
        Pipeline p = canvas.scenery().pipeline();
        return chosen().items().stream().flatMap(i -> p.group(i).stream()).toList();
    }

    // ---- taking away, copying

    void remove() {
        Selection now = chosen();
        if (now.isEmpty()) return;
        boolean oneLink = now.items().isEmpty() && now.links().size() == 1;
        Link link = oneLink ? now.links().iterator().next() : null;
        Edit name = link != null ? Edit.of("edit.unlink", canvas.texts().name(link.fromNode()), canvas.texts().name(link.toNode()))
                : now.items().size() == 1 ? Edit.of("edit.remove", canvas.texts().name(now.items().getFirst())) : Edit.of("edit.remove-several", now.items().size() + now.links().size());
        edit(p -> {
            Pipeline left = p;
            for (Link l : now.links()) left = left.unlink(l);
            return left.remove(now.items());
        }, name);
        canvas.requestFocus();
    }

    boolean copy() {
        if (chosen().items().isEmpty()) return false;
        var content = new ClipboardContent();
        content.putString(new PipelineJson(canvas.operators()).write(Fragment.of(Moves.asShown(canvas), chosen().items())));
        Clipboard.getSystemClipboard().setContent(content);
        pastes = 0;
        return true;
    }

    void cut() {
        int count = chosen().items().size();
        if (!copy()) return;
        edit(p -> p.remove(chosen().items()), Edit.of("edit.cut", count));
    }

    /** Puts in what the clipboard holds, where the pointer is, else beside where it was. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank() || !canvas.canEdit()) return;
        try {
            put(new PipelineJson(canvas.operators()).read(canvas.texts().text("canvas.clipboard"), text), "edit.paste", ++pastes);
        } catch (ProblemException e) {
            canvas.ui().tell(e);
        }
    }

    void duplicate() {
        if (!chosen().items().isEmpty()) put(Fragment.of(Moves.asShown(canvas), chosen().items()), "edit.duplicate", 1);
    }

    private void put(Pipeline part, String what, int times) {
        if (!canvas.canEdit() || part.nodes().isEmpty() && part.notes().isEmpty()) return;
        double left = corner(part, true), top = corner(part, false), dx = times * BESIDE, dy = times * BESIDE;
        Rectangle2D seen = canvas.view().get().seen(canvas.getWidth(), canvas.getHeight());
        if (!seen.contains(left + dx, top + dy)) {
            dx = canvas.middle().getX() - left - Layout.WIDTH / 2;
            dy = canvas.middle().getY() - top - Layout.HEIGHT / 2;
        }
        Spot by = Moves.onGrid(new Spot(dx, dy));
        Fragment.Pasted pasted = Fragment.paste(Moves.asShown(canvas), part, by.x(), by.y());
        canvas.edits().edit(pasted.pipeline(), Edit.of(what, pasted.ids().size()));
        canvas.select(Selection.of(pasted.ids()));
        canvas.focusChosen();
    }

    private static double corner(Pipeline part, boolean x) {
        var all = new ArrayList<Double>();
        part.nodes().forEach(n -> all.add(x ? n.x() : n.y()));
        part.notes().forEach(n -> all.add(x ? n.x() : n.y()));
        return all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    // ---- choosing

    void all() {
        canvas.select(new Selection(new LinkedHashSet<>(canvas.scenery().items()), Set.of()).plus(canvas.scenery().notes().stream().map(Note::id).toList()));
    }

    /** What the chosen steps take values from, or give values to, near or far. */
    void along(boolean up) {
        Pipeline p = canvas.scenery().pipeline();
        var found = new LinkedHashSet<>(nodes());
        List<Node> order = up ? p.order().reversed() : p.order();
        for (Node n : order) {
            for (Link l : up ? p.outOf(n.id()) : p.into(n.id())) if (found.contains(up ? l.toNode() : l.fromNode())) found.add(n.id());
        }
        if (!found.isEmpty()) canvas.select(Selection.of(found));
    }

    // ---- arranging

    void align(Align how) {
        Set<String> nodes = nodes();
        boolean spread = how == Align.SPREAD_ACROSS || how == Align.SPREAD_DOWN;
        if (nodes.size() > (spread ? 2 : 1)) edit(p -> how.apply(p, nodes), Edit.of(spread ? "edit.spread" : "edit.align", nodes.size()));
    }

    /** Lays out the chosen steps where they are, or all if fewer than two are chosen. */
    void tidy() {
        Set<String> nodes = nodes();
        Pipeline now = Moves.asShown(canvas);
        if (nodes.size() < 2) {
            edit(Layout::tidied, Edit.of("edit.lay-out"));
            canvas.fit();
            return;
        }
        List<String> order = now.order().stream().map(Node::id).filter(nodes::contains).toList();
        Map<String, Spot> tidy = Layout.tidy(order, now.links().stream().filter(l -> nodes.contains(l.fromNode()) && nodes.contains(l.toNode())).toList());
        Rectangle2D around = canvas.scenery().around(nodes).orElse(Rectangle2D.EMPTY);
        var spots = new java.util.HashMap<String, Spot>();
        tidy.forEach((id, s) -> spots.put(id, s.plus(around.getMinX(), around.getMinY())));
        edit(p -> Moves.placed(p, spots), Edit.of("edit.lay-out"));
    }

    /** Switches the chosen steps off; on if all of them are off. */
    void toggle() {
        Set<String> nodes = nodes();
        if (nodes.isEmpty()) return;
        boolean on = nodes.stream().noneMatch(n -> canvas.scenery().pipeline().node(n).enabled());
        edit(p -> p.enable(nodes, on), Edit.of(on ? "edit.enable" : "edit.disable", nodes.size()));
    }

    // ---- notes, frames, groups

    void note(Point2D at) {
        String id = canvas.scenery().pipeline().freeId("note");
        Spot s = Moves.onGrid(new Spot(at.getX(), at.getY()));
        edit(p -> p.add(new Note(id, Note.Kind.NOTE, "", s.x(), s.y(), NOTE_WIDTH, NOTE_HEIGHT)), Edit.of("edit.note"));
        write(id);
    }

    /** A frame around the chosen items, else in the middle of what is seen. */
    void frame() {
        String id = canvas.scenery().pipeline().freeId("frame");
        Point2D middle = canvas.middle();
        Rectangle2D in = canvas.scenery().around(chosen().items()).orElse(new Rectangle2D(middle.getX() - 160, middle.getY() - 80, 320, 160));
        edit(p -> p.add(new Note(id, Note.Kind.FRAME, canvas.texts().text("canvas.frame"), in.getMinX() - PAD, in.getMinY() - PAD - TITLE, in.getWidth() + 2 * PAD,
                in.getHeight() + 2 * PAD + TITLE)), Edit.of("edit.frame"));
        write(id);
    }

    private void write(String id) {
        if (canvas.scenery().pipeline().note(id).isEmpty()) return;
        canvas.select(Selection.of(id));
        canvas.writeIn(id);
    }

    void group() {
        var ids = new LinkedHashSet<>(chosen().items());
        Pipeline now = canvas.scenery().pipeline();
        ids.removeIf(i -> now.note(i).isPresent());
        if (ids.isEmpty()) return;
        String id = now.freeId("group");
        edit(p -> Groups.make(p, ids, id, canvas.texts().text("canvas.group")), Edit.of("edit.group", ids.size()));
        canvas.select(Selection.of(id));
        canvas.writeIn(id);
    }

    void ungroup() {
        List<Group> groups = groups();
        if (groups.isEmpty()) return;
        var members = new HashSet<String>();
        groups.forEach(g -> members.addAll(g.members()));
        edit(p -> {
            Pipeline left = p;
            for (Group g : groups) left = Groups.dissolve(left, g.id());
            return left;
        }, Edit.of("edit.ungroup", groups.getFirst().label()));
        canvas.select(Selection.of(members));
    }

    /** Folds the chosen groups, or those of the chosen steps; unfolds them if they are folded. */
    void fold() {
        Pipeline now = canvas.scenery().pipeline();
        var groups = new LinkedHashSet<>(groups());
        if (groups.isEmpty()) chosen().items().forEach(i -> Groups.parent(now, i).ifPresent(groups::add));
        if (groups.isEmpty()) return;
        boolean folded = !groups.getFirst().folded();
        edit(p -> {
            Pipeline done = p;
            for (Group g : groups) done = Groups.fold(done, g.id(), folded);
            return done;
        }, Edit.of(folded ? "edit.fold" : "edit.unfold", groups.getFirst().label()));
        canvas.select(Selection.of(groups.stream().map(Group::id).toList()));
        canvas.focusChosen();
    }

    /** The name of the chosen step, group or note, to be written in place. */
    void rename() {
        chosen().last().ifPresent(canvas::writeIn);
    }

    /** What was written in place of the item's name. */
    void named(String item, String text) {
        Pipeline p = canvas.scenery().pipeline();
        p.note(item).ifPresent(n -> edit(q -> q.set(n.withText(text)), Edit.of("edit.note-text")));
        if (p.group(item).isPresent() && !text.isBlank()) edit(q -> Groups.label(q, item, text.strip()), Edit.of("edit.group-label", text.strip()));
        if (p.find(item).isPresent()) edit(q -> q.label(item, text.strip()), Edit.of("edit.label", canvas.texts().name(item)));
    }
}
