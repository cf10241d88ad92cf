package shelfwise.export.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import shelfwise.base.Messages;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Unread;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.LinkPath;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.PortShape;
import shelfwise.pipeline.layout.Ports;
import shelfwise.pipeline.layout.Routes;
import shelfwise.pipeline.layout.Spot;

/** Draws one pipeline with a pen: frames at the back, then links, boxes, notes. */
final class Drawing {
    private static final double MARGIN = 24, BAND = 4, TEXT_X = 14, LINE = 18, PAD = 10, RADIUS = 6;
    private static final int GREY = -1;
    private final Pipeline pipeline;
    private final OperatorCatalogue operators;
    private final Messages messages;
    private final Theme theme;
    private final Lettering lettering;
    private final Map<String, Spot> spots;
    private final Ports ports;

    Drawing(Pipeline pipeline, OperatorCatalogue operators, Messages messages, Theme theme, Lettering lettering) {
        this.pipeline = pipeline;
        this.operators = operators;
        this.messages = messages;
        this.theme = theme;
        this.lettering = lettering;
        spots = Layout.of(pipeline);
        ports = Ports.of(pipeline, operators, spots);
    }

    double left() {
        return DoubleStream.concat(spots.values().stream().mapToDouble(Spot::x), pipeline.notes().stream().mapToDouble(Note::x)).min().orElse(0) - MARGIN;
    }

    double top() {
        return DoubleStream.concat(spots.values().stream().mapToDouble(Spot::y), pipeline.notes().stream().mapToDouble(Note::y)).min().orElse(0) - MARGIN;
    }

    double width() {
        return DoubleStream.concat(spots.values().stream().mapToDouble(s -> s.x() + Layout.WIDTH), pipeline.notes().stream().mapToDouble(n -> n.x() + n.width())).max().orElse(0) + MARGIN - left();
    }

    double height() {
        return DoubleStream.concat(spots.values().stream().mapToDouble(s -> s.y() + Layout.HEIGHT), pipeline.notes().stream().mapToDouble(n -> n.y() + n.height())).max().orElse(0) + MARGIN - top();
    }

    void draw(Pen pen) {
        pen.box(left(), top(), width(), height(), 0, Pen.Ink.fill(theme.ground));
        for (Note n : pipeline.notes()) if (n.kind() == Note.Kind.FRAME) frame(pen, n);
        Routes.of(ports, spots, pipeline.links()).paths().forEach((link, path) -> link(pen, link, path));
        for (Node n : pipeline.nodes()) Optional.ofNullable(spots.get(n.id())).ifPresent(s -> node(pen, n, s));
        for (Group g : pipeline.groups()) Optional.ofNullable(spots.get(g.id())).ifPresent(s -> group(pen, g, s));
        for (PortPlace p : ports.all()) port(pen, p);
        for (Note n : pipeline.notes()) if (n.kind() == Note.Kind.NOTE) note(pen, n);
    }

    private void link(Pen pen, Link link, LinkPath path) {
        boolean off = !pipeline.node(link.fromNode()).enabled() || !pipeline.node(link.toNode()).enabled();
        pen.link(path, theme.link, 1.5, off);
    }

    private void node(Pen pen, Node node, Spot s) {
        boolean unread = Unread.of(node).isPresent();
        String operator = messages.find("op." + node.operator() + ".name").orElse(node.operator()), name = node.label().isEmpty() ? operator : node.label();
        pen.begin(name + " (" + node.id() + ")");
        int hue = category(node.operator());
        box(pen, s, unread ? theme.danger : hue == GREY || !node.enabled() ? theme.muted : theme.category(hue), unread ? theme.danger : theme.border);
        String ink = node.enabled() ? theme.text : theme.muted;
        words(pen, name, s, 0, Lettering.NAME, ink);
        words(pen, node.id(), s, 1, Lettering.SMALL, theme.muted);
        String third = unread ? messages.text("picture.unread") : !node.enabled() ? messages.text("picture.off") : node.label().isEmpty() || node.label().equals(operator) ? "" : operator;
        words(pen, third, s, 2, Lettering.SMALL, unread ? theme.danger : theme.muted);
        pen.end();
    }

    private void box(Pen pen, Spot s, String band, String border) {
        pen.box(s.x(), s.y(), Layout.WIDTH, Layout.HEIGHT, RADIUS, new Pen.Ink(theme.box, border, 1));
        pen.box(s.x() + 1, s.y() + 1, BAND, Layout.HEIGHT - 2, 2, Pen.Ink.fill(band));
    }

    private void words(Pen pen, String text, Spot s, int line, Lettering.Style style, String colour) {
        if (!text.isEmpty()) pen.text(lettering.cut(text, Layout.WIDTH - TEXT_X - PAD, style), s.x() + TEXT_X, s.y() + 21 + line * LINE, style, colour);
    }

    /** Two edges behind the box say that there is more in it. */
    private void group(Pen pen, Group group, Spot s) {
        String name = group.label().isEmpty() ? group.id() : group.label();
        pen.begin(name + " (" + group.id() + ")");
        for (int back = 2; back > 0; back--) pen.box(s.x() + 3 * back, s.y() + 3 * back, Layout.WIDTH, Layout.HEIGHT, RADIUS, new Pen.Ink(theme.box, theme.border, 1));
        box(pen, s, theme.muted, theme.border);
        words(pen, name, s, 0, Lettering.NAME, theme.text);
        words(pen, group.id(), s, 1, Lettering.SMALL, theme.muted);
        words(pen, messages.text("picture.group", Groups.nodes(pipeline, group.id()).size()), s, 2, Lettering.SMALL, theme.muted);
        pen.end();
    }

    private void port(Pen pen, PortPlace place) {
        String colour = place.type().map(t -> theme.category(PortShape.category(t))).orElse(theme.danger);
        var ink = new Pen.Ink(colour, theme.box, 1);
        List<Spot> corners = place.type().map(PortShape::of).orElse(PortShape.CIRCLE).corners();
        double r = PortShape.RADIUS;
        pen.begin(place.port() + place.type().map(this::typeName).orElse(""));
        if (corners.isEmpty()) pen.circle(place.x(), place.y(), r, ink);
        else pen.polygon(corners.stream().map(c -> new Spot(place.x() + r * c.x(), place.y() + r * c.y())).toList(), ink);
        pen.end();
    }

    private String typeName(PortType type) {
        return ": " + messages.text(type.nameKey());
    }

    private void frame(Pen pen, Note frame) {
        pen.box(frame.x(), frame.y(), frame.width(), frame.height(), RADIUS, new Pen.Ink(theme.frame, theme.border, 1));
        lines(pen, frame, Lettering.NAME, theme.muted, 1);
    }

    private void note(Pen pen, Note note) {
        pen.box(note.x(), note.y(), note.width(), note.height(), 3, new Pen.Ink(theme.note, theme.noteBorder, 1));
        lines(pen, note, Lettering.PLAIN, theme.text, (int) Math.max(1, (note.height() - PAD) / LINE));
    }

    private void lines(Pen pen, Note note, Lettering.Style style, String colour, int most) {
        double y = note.y() + PAD + style.size() - 1;
        for (String line : lettering.wrap(note.text(), note.width() - 2 * PAD, style, most)) {
            if (!line.isEmpty()) pen.text(line, note.x() + PAD, y, style, colour);
            y += LINE;
        }
    }

    /** The hue of a group of operators, as on the canvas. */
    private static int category(String operator) {
        return switch (operator.substring(0, Math.max(0, operator.indexOf('.')))) {
            case "source" -> 0;
            case "split" -> 1;
            case "model" -> 2;
            case "evaluate" -> 3;
            case "prepare", "vectors" -> 4;
            case "lists" -> 5;
            case "hybrid" -> 6;
            case "rerank" -> 7;
            default -> GREY;
        };
    }
}
