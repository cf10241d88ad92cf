package shelfwise.ui.pipelines.canvas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.LinkEnds;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pairings;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** The canvas: boxes and links, to be zoomed, moved about and edited by mouse and keyboard; {@link Painter} shows them. */
public final class GraphCanvas extends Viewport {
    private final CanvasEdits edits;
    private final OperatorCatalogue operators;
    private final UiContext ui;
    private final CanvasTexts texts;
    private final Painter painter;
    private final Acts acts;
    private final Steps steps;
    private final CanvasCommands commands;
    private final Floating floating = new Floating(this);
    private final Overlay overlay = new Overlay();
    private final EmptyHint hint;
    private final ViewChoices choices;
    private final Pointer pointer;
    private final Runnable frame;
    private LinkHover hover = new LinkHover() {
        @Override public void link(Optional<Link> link, Point2D at) { }

        @Override public void port(Optional<PortPlace> port, Point2D at) { }
    };
    private Optional<PortPlace> hoveredPort = Optional.empty();

    /** @param looks how a node stands now @param icons of a group of operators @param open the settings of the chosen node are wanted */
    public GraphCanvas(CanvasEdits edits, OperatorCatalogue operators, UiContext ui, Function<Node, NodeLook> looks, Function<String, Icons> icons, Runnable open) {
        this.edits = edits;
        this.operators = operators;
        this.ui = ui;
        texts = new CanvasTexts(ui, looks);
        choices = new ViewChoices(ui.remembered());
        painter = new Painter(this, operators, texts, overlay);
        frame = painter::frame;
        getChildren().addAll(painter.layers(overlay));
        acts = new Acts(this);
        steps = new Steps(this, icons);
        commands = new CanvasCommands(this);
        hint = new EmptyHint(this);
        getChildren().add(hint);
        getStyleClass().add("graph");
        setId("graph");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        pointer = new Pointer(this, open);
        new Keys(this, open);
        listen();
    }

    private void listen() {
        sceneProperty().subscribe((was, now) -> {
            if (was != null) was.removePreLayoutPulseListener(frame);
            if (now != null) now.addPreLayoutPulseListener(frame);
        });
        ui.keep(edits.pipeline().subscribe(now -> {
            painter.rebuild();
            hint.show(now != null && now.nodes().isEmpty() && now.notes().isEmpty());
        }));
        ui.keep(edits.selection().subscribe(this::selected));
        ui.palette().addListener((_, _, _) -> painter.recolour());
        ui.keep(choices.snap().subscribe(_ -> redraw()));
        ui.keep(choices.map().subscribe(_ -> requestLayout()));
    }

    // ---- what is shown

    /** The node stands otherwise than before. */
    public void refresh(String node) {
        painter.refresh(node);
    }

    public void refreshAll() {
        painter.refreshAll();
    }

    @Override void redraw() {
        painter.redraw();
    }

    private void selected(Selection now) {
        boolean focus = isFocusWithin();
        painter.choose(now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        setFocusTraversable(now.items().isEmpty());
        if (focus) focusChosen();
        if (fitted && pointer.isIdle()) now.last().flatMap(scenery()::area).ifPresent(this::reveal);
        redraw();
    }

    @Override Optional<Rectangle2D> cover(View now) {
        return painter.map().cover(now, getWidth(), getHeight());
    }

    @Override protected void layoutChildren() {
        painter.size(snapSizeX(getWidth()), snapSizeY(getHeight()));
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        hint.place(getWidth(), getHeight());
        painter.frame();
    }

    // ---- for gestures, keys and acts of this room

    /** Says which links a replaced step lost; nothing if none. */
    void tellLost(String name, List<String> lost) {
        if (!lost.isEmpty()) ui.tell(Problem.of("pipeline.links-lost", name, lost.size(), ui.list(lost.stream())).asException());
    }

    CanvasEdits edits() {
        return edits;
    }

    OperatorCatalogue operators() {
        return operators;
    }

    UiContext ui() {
        return ui;
    }

    CanvasTexts texts() {
        return texts;
    }

    @Override Scenery scenery() {
        return painter.scenery();
    }

    Overlay overlay() {
        return overlay;
    }

    BoxLayer boxes() {
        return painter.boxes();
    }

    public ViewChoices choices() {
        return choices;
    }

    boolean canEdit() {
        return edits.pipeline().getValue() != null;
    }

    Selection selection() {
        return edits.selection().get();
    }

    void select(Selection now) {
        edits.selection().set(now);
    }

    /** Shows items where they would stand, until the next pipeline comes; empty: where they stand. */
    void moving(Map<String, Spot> now) {
        painter.moving(now);
    }

    /** What the pointer is over. @param scene where it is, in the scene */
    void hover(Optional<Link> link, Optional<PortPlace> port, Point2D scene) {
        if (!link.equals(Optional.ofNullable(painter.hovered()))) {
            painter.hover(link.orElse(null));
            hover.link(link, scene);
        }
        if (port.map(PortMark::id).equals(hoveredPort.map(PortMark::id))) return;
        hoveredPort = port;
        hover.port(port, scene);
    }

    /** Who is told what the pointer rests on. */
    public void setHover(LinkHover listener) {
        hover = listener;
    }

    /** The link under the hand; null: none. */
    void draw(@Nullable LinkCurve curve, boolean cannotBe) {
        painter.draw(curve, cannotBe);
    }

    /** Lights the ports a link may end at. @param ends null: no link is drawn any more */
    void light(@Nullable LinkEnds ends, PortPlace start) {
        boxes().seeMarksAlways(ends != null);
        boxes().light(ends == null ? null : p -> p.equals(start) || p.input() != start.input() && ends.fits(new LinkEnds.End(p.endNode(), p.endPort())));
        redraw();
    }

    /** Offers steps to be added at this point of the canvas. @param port that they are to be linked to */
    void askWhatToAdd(Point2D at, Optional<PortPlace> port) {
        steps.ask(at, port);
    }

    /** Opens a list at a point of the canvas. @param prompt message key */
    void find(String title, String prompt, Point2D on, Function<String, List<Finder.Entry>> find) {
        floating.find(title, prompt, view.get().toWindow(on.getX(), on.getY()), find);
    }

    /** Lets the name of an item, or the words of a note, be written in place. */
    void writeIn(String item) {
        if (canEdit()) floating.write(item);
    }

    void raise(javafx.scene.Node node) {
        getChildren().add(node);
    }

    void sink(javafx.scene.Node node) {
        getChildren().remove(node);
    }

    /** Whether an event is for something that lies over the canvas, not for the canvas. */
    boolean isFloating(Object target) {
        return floating.holds(target);
    }

    void chooseLink(Link link) {
        select(Selection.of(link));
        requestFocus();
    }

    Acts acts() {
        return acts;
    }

    Steps steps() {
        return steps;
    }

    NoteLayer notes() {
        return painter.notes();
    }

    /** What can be done here. */
    public CanvasCommands commands() {
        return commands;
    }

    @Override public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? texts.canvas(selection()) : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** What is likely to be wanted next, once that is known. */
    public void learn(Pairings pairings) {
        steps.learn(pairings);
    }

    /** Puts the keyboard on the chosen node. */
    public void focusChosen() {
        if (floating.isOpen()) return;
        Optional<javafx.scene.Node> box = selection().last().flatMap(i -> boxes().box(i).<javafx.scene.Node>map(b -> b).or(() -> notes().box(i)));
        box.ifPresentOrElse(b -> {
            b.setVisible(true);
            b.requestFocus();
        }, this::requestFocus);
    }

    @Override Optional<Rectangle2D> chosenBox() {
        return selection().last().flatMap(scenery()::box);
    }

    @Override Optional<Rectangle2D> chosenParts() {
        return scenery().around(selection().items());
    }

    /** What the pointer does now ends without effect; whether it did anything. */
    public boolean giveUp() {
        return pointer.giveUp() || floating.close();
    }

    List<Link> chosenLinks() {
        return List.copyOf(selection().links());
    }
}
