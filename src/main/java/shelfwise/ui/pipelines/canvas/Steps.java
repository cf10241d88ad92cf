package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.LinkEnds;
import shelfwise.pipeline.LinkRules;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pairings;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Replace;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;
import shelfwise.ui.kit.Icons;

/** New steps, and links by the keyboard: what may be wanted is offered in a {@link Finder}. */
final class Steps {
    private static final double APART = 48;
    private final GraphCanvas canvas;
    private final OperatorSearch search;
    private final OwnAdding own;
    private final java.util.function.Function<String, Icons> icons;

    Steps(GraphCanvas canvas, java.util.function.Function<String, Icons> icons) {
        this.canvas = canvas;
        this.icons = icons;
        search = new OperatorSearch(canvas.operators());
        own = new OwnAdding(canvas);
    }

    void learn(Pairings pairings) {
        search.learn(pairings);
    }

    /** The analyst's own operators. */
    OwnAdding own() {
        return own;
    }

    OperatorSearch search() {
        return search;
    }

    private Finder.Entry entry(Operator<?> o, Runnable act) {
        String group = o.id().substring(0, Math.max(0, o.id().indexOf('.')));
        return new Finder.Entry(icons.apply(group), group, canvas.texts().text("op." + o.id() + ".name"), canvas.texts().text("op." + o.id() + ".help"), act);
    }

    // ---- adding

    /** Asks what to add at a point of the canvas. @param port that it is linked to */
    void ask(Point2D on, Optional<PortPlace> port) {
        if (!canvas.canEdit()) return;
        Optional<OperatorSearch.Wish> wish = port.flatMap(this::wish);
        String title = port.map(p -> canvas.texts().text("canvas.add.to", canvas.texts().port(p))).orElseGet(() -> canvas.texts().text("canvas.add.title"));
        canvas.find(title, "canvas.add.prompt", on, wanted -> Stream.concat(own.fitting(wanted, port).stream().map(o -> own.entry(o, () -> own.add(o, on, port))),
                search.find(wanted, wish).stream().map(o -> entry(o, () -> add(o, on, port)))).toList());
    }

    private Optional<OperatorSearch.Wish> wish(PortPlace p) {
        String operator = canvas.scenery().pipeline().find(p.endNode()).map(Node::operator).orElse("");
        return p.type().map(t -> new OperatorSearch.Wish(operator, t, p.input()));
    }

    /** Adds a step near a point, and links it to the port. */
    void add(Operator<?> operator, Point2D on, Optional<PortPlace> port) {
        if (!canvas.canEdit()) return;
        Pipeline p = Moves.asShown(canvas);
        Node node = Node.of(p.freeId(operator.id().substring(operator.id().indexOf('.') + 1)), operator);
        double x = port.filter(PortPlace::input).isPresent() ? on.getX() - Layout.WIDTH : on.getX();
        Spot spot = Layout.free(canvas.scenery().spots().values(), Moves.onGrid(new Spot(x, on.getY() - Layout.HEIGHT / 2)));
        p = p.add(node.at(spot.x(), spot.y()));
        Optional<Link> link = port.flatMap(s -> wish(s).flatMap(w -> OperatorSearch.port(operator, w)).map(o -> s.input()
                ? new Link(node.id(), o.name(), s.endNode(), s.endPort()) : new Link(s.endNode(), s.endPort(), node.id(), o.name())));
        if (link.isPresent() && LinkRules.refusal(p, link.get(), canvas.operators()).isEmpty()) p = p.link(link.get());
        canvas.edits().edit(p, Edit.of("edit.add", canvas.texts().text("op." + operator.id() + ".name")));
        canvas.select(Selection.of(node.id()));
        canvas.focusChosen();
    }

    /** Asks what to add behind the chosen step, else in the middle of what is seen. */
    void askHere() {
        Optional<String> last = canvas.selection().last().filter(canvas.scenery().items()::contains);
        List<Link> links = canvas.chosenLinks();
        if (last.isEmpty() && links.size() == 1) {
            askToInsert(links.getFirst());
            return;
        }
        canvas.scenery().box(last.orElse("")).ifPresentOrElse(box -> {
            Optional<PortPlace> output = canvas.scenery().ports(last.orElse("")).stream().filter(p -> !p.input()).findFirst();
            ask(new Point2D(box.getMaxX() + APART, box.getMinY() + Layout.HEIGHT / 2), output);
        }, () -> ask(canvas.middle(), Optional.empty()));
    }

    // ---- replacing, inserting

    /** Asks what to put in the chosen step's place. */
    void askToReplace() {
        Optional<Node> node = canvas.selection().last().flatMap(canvas.scenery().pipeline()::find);
        if (node.isEmpty() || !canvas.canEdit()) return;
        Node old = node.get();
        Point2D on = canvas.under(old.id());
        canvas.find(canvas.texts().text("canvas.replace.title", canvas.texts().name(old.id())), "canvas.add.prompt", on, wanted -> Stream.concat(
                own.like(wanted, canvas.operators().find(old.operator())).stream().map(o -> own.entry(o, () -> own.replace(old, o))), search.find(wanted, Optional.empty()).stream()
                        .filter(o -> !o.id().equals(old.operator()) && shares(old, o)).map(o -> entry(o, () -> replace(old, o)))).toList());
    }

    /** Whether any port of the new operator has the type of one of the old. */
    private boolean shares(Node old, Operator<?> now) {
        Operator<?> was = canvas.operators().find(old.operator()).orElse(null);
        if (was == null) return true;
        return was.outputs().stream().anyMatch(p -> now.outputs().stream().anyMatch(q -> q.type() == p.type()))
                || was.inputs().stream().anyMatch(p -> now.inputs().stream().anyMatch(q -> q.type() == p.type()));
    }

    private void replace(Node old, Operator<?> operator) {
        Replace.Replaced replaced = Replace.node(Moves.asShown(canvas), canvas.operators(), old.id(), operator);
        String name = canvas.texts().text("op." + operator.id() + ".name");
        List<String> lost = canvas.texts().links(replaced.lost()); // while the step is still there to be named
        canvas.edits().edit(replaced.pipeline(), Edit.of("edit.replace", canvas.texts().name(old.id()), name));
        canvas.focusChosen();
        canvas.tellLost(name, lost);
    }

    /** Asks what to put on a link: operators that take and give what flows over it. */
    void askToInsert(Link link) {
        Optional<PortPlace> from = canvas.scenery().port(link.fromNode(), link.fromPort(), false);
        if (!canvas.canEdit() || from.isEmpty()) return;
        canvas.find(canvas.texts().text("canvas.insert.title", canvas.texts().link(link)), "canvas.add.prompt", canvas.middle(link), wanted -> Stream.concat(
                own.through(wanted, from.get()).stream().map(o -> own.entry(o, () -> own.insert(link, o))), search.find(wanted, wish(from.get())).stream()
                        .filter(o -> o.outputs().stream().anyMatch(p -> Optional.of(p.type()).equals(from.get().type()))).map(o -> entry(o, () -> insert(link, o)))).toList());
    }

    private void insert(Link link, Operator<?> operator) {
        Pipeline p = Moves.asShown(canvas);
        Point2D middle = canvas.middle(link);
        Spot spot = Layout.free(canvas.scenery().spots().values(), Moves.onGrid(new Spot(middle.getX() - Layout.WIDTH / 2, middle.getY() - Layout.HEIGHT / 2)));
        Node node = Node.of(p.freeId(operator.id().substring(operator.id().indexOf('.') + 1)), operator).at(spot.x(), spot.y());
        canvas.edits().edit(Replace.insert(p, canvas.operators(), link, node), Edit.of("edit.insert", canvas.texts().text("op." + operator.id() + ".name")));
        canvas.select(Selection.of(node.id()));
        canvas.focusChosen();
    }

    /** A step without links was dropped on a link: it goes between the two. @return whether it fits */
    boolean drop(Pipeline moved, String id, Link link) {
        Node node = moved.node(id);
        try {
            Pipeline p = Replace.insert(moved.remove(id), canvas.operators(), link, node);
            canvas.edits().edit(p, Edit.of("edit.insert", canvas.texts().name(id)));
            return true;
        } catch (ProblemException _) {
            return false; // it neither takes nor gives what flows there: it only lies on the link
        }
    }

    /** Asks for a step by its name, and goes there. */
    void askWhereToGo() {
        Pipeline p = canvas.scenery().pipeline();
        List<Finder.Entry> steps = p.nodes().stream().map(n -> new Finder.Entry(Icons.NEXT, "", canvas.texts().text("canvas.link.step", canvas.texts().name(n.id()), n.id()),
                canvas.texts().look(n).state(), () -> {
                    canvas.select(Selection.of(Groups.shown(p, n.id())));
                    canvas.focusChosen();
                })).toList();
        canvas.find(canvas.texts().text("canvas.goto.title"), "canvas.find.prompt", canvas.middle(), wanted -> matching(steps, wanted));
    }

    // ---- links by the keyboard

    /** Asks which port of the chosen step to link, then to what. */
    void askToLink() {
        canvas.selection().last().filter(canvas.scenery().items()::contains).ifPresent(item -> {
            List<PortPlace> ports = canvas.scenery().ports(item).stream().sorted(java.util.Comparator.comparing(PortPlace::input)).toList();
            if (ports.size() == 1) askTarget(ports.getFirst());
            else if (canvas.canEdit()) canvas.find(canvas.texts().text("canvas.link.which", canvas.texts().name(item)), "canvas.find.prompt", canvas.under(item),
                    wanted -> matching(ports.stream().map(p -> new Finder.Entry(Icons.LINK, "", canvas.texts().port(p), "", () -> askTarget(p))).toList(), wanted));
        });
    }

    /** Asks where a link from this port leads: all that is legal, and a new step. */
    void askTarget(PortPlace port) {
        if (!canvas.canEdit()) return;
        Pipeline p = Moves.asShown(canvas);
        LinkEnds ends = LinkEnds.of(p, canvas.operators(), new LinkEnds.End(port.endNode(), port.endPort()), port.input());
        var entries = new java.util.ArrayList<Finder.Entry>();
        for (LinkEnds.End end : ends.all()) {
            canvas.scenery().port(end.node(), end.port(), !port.input()).ifPresent(to -> entries.add(new Finder.Entry(Icons.LINK, "",
                    canvas.texts().text("canvas.link.step", canvas.texts().name(end.node()), end.node()), canvas.texts().port(to), () -> link(p, ends.link(end)))));
        }
        Point2D under = canvas.under(port.node());
        entries.add(new Finder.Entry(Icons.ADD, "", canvas.texts().text("canvas.link.new-step"), "", () -> ask(under.add(Layout.WIDTH + APART, 0), Optional.of(port))));
        canvas.find(canvas.texts().text("canvas.link.to", canvas.texts().port(port)), "canvas.find.prompt", under, wanted -> matching(entries, wanted));
    }

    private static List<Finder.Entry> matching(List<Finder.Entry> all, String wanted) {
        return shelfwise.ui.kit.Fuzzy.search(all, e -> e.name() + " " + e.note(), wanted);
    }

    private void link(Pipeline p, Link link) {
        canvas.edits().edit(p.link(link), Edit.of("edit.link", canvas.texts().name(link.fromNode()), canvas.texts().name(link.toNode())));
        canvas.focusChosen();
    }

    private String shown(String node) {
        return Groups.shown(canvas.scenery().pipeline(), node);
    }

    /** The links at the chosen step: each can be chosen, to be cut or to get a step. */
    void askWhichLink() {
        canvas.selection().last().ifPresent(item -> {
            List<Link> links = canvas.scenery().pipeline().links().stream().filter(l -> shown(l.fromNode()).equals(item) != shown(l.toNode()).equals(item)).toList();
            canvas.find(canvas.texts().text("canvas.links.title", canvas.texts().name(item)), "canvas.find.prompt", canvas.under(item), wanted -> matching(links.stream()
                    .map(l -> new Finder.Entry(Icons.LINK, "", canvas.texts().link(l), "", () -> canvas.chooseLink(l))).toList(), wanted));
        });
    }
}
