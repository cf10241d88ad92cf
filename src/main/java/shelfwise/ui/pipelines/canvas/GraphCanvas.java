package shelfwise.ui.pipelines.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.LinkEnds;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pairings;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/**
 * The canvas: boxes and links, to be zoomed, moved about and edited by mouse and keyboard. What changes is gathered and shown once a frame,
 * before the scene is styled and laid out, so that many events of the mouse cost one drawing.
 */
public final class GraphCanvas extends Viewport {
    private static final double READABLE = 0.75;
    private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("contrast");
    private final CanvasEdits edits;
    private final OperatorCatalogue operators;
    private final UiContext ui;
    private final CanvasTexts texts;
    private final Affine transform = new Affine();
    private final BoxLayer boxes;
    private final NoteLayer notes;
    private final Acts acts;
    private final Steps steps;
    private final CanvasCommands commands;
    private final Floating floating = new Floating(this);
    private final LinkLayer links = new LinkLayer();
    private final Overlay overlay;
    private final MiniMap map;
    private final ViewChoices choices;
    private final Pointer pointer;
    private final Map<String, Spot> moving = new HashMap<>();
    private final Runnable frame = this::frame;
    private LinkHover hover = new LinkHover() {
        @Override public void link(Optional<Link> link, Point2D at) { }

        @Override public void port(Optional<PortPlace> port, Point2D at) { }
    };
    private Optional<PortPlace> hoveredPort = Optional.empty();
    private Scenery still = Scenery.EMPTY, scenery = Scenery.EMPTY;
    private @Nullable Link hovered;
    private @Nullable LinkCurve drawn;
    private boolean refused, rebuild = true, shift, redraw = true;

    /** @param looks how a node stands now @param icons of a group of operators @param open the settings of the chosen node are wanted */
    public GraphCanvas(CanvasEdits edits, OperatorCatalogue operators, UiContext ui, Function<Node, NodeLook> looks, Function<String, Icons> icons, Runnable open) {
        this.edits = edits;
        this.operators = operators;
        this.ui = ui;
        texts = new CanvasTexts(ui, looks);
        boxes = new BoxLayer(texts, this::made);
        notes = new NoteLayer(texts);
        for (Group layer : List.of(boxes, notes.back(), notes.front())) layer.getTransforms().add(transform);
        choices = new ViewChoices(ui.remembered());
        overlay = new Overlay();
        map = new MiniMap(this);
        acts = new Acts(this);
        steps = new Steps(this, icons);
        commands = new CanvasCommands(this);
        getChildren().addAll(notes.back(), links, boxes, notes.front(), overlay, map);
        getStyleClass().add("graph");
        setId("graph");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(ui.text("canvas.name"));
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
        ui.keep(edits.pipeline().subscribe(_ -> rebuild()));
        ui.keep(edits.selection().subscribe(this::selected));
        ui.palette().addListener((_, _, _) -> recolour());
        ui.keep(choices.contrast().subscribe(on -> {
            pseudoClassStateChanged(CONTRAST, on);
            links.setContrast(on);
            redraw();
        }));
        ui.keep(choices.snap().subscribe(_ -> redraw()));
        ui.keep(choices.map().subscribe(_ -> requestLayout()));
    }

    private void made(NodeBox box) {
        show(box);
        overlay.tipFor(box);
    }

    // ---- what is shown

    /** The node stands otherwise than before. */
    public void refresh(String node) {
        boxes.box(node).ifPresent(this::show);
    }

    public void refreshAll() {
        boxes.all().forEach(this::show);
    }

    private void show(NodeBox box) {
        scenery.pipeline().find(box.item()).ifPresent(n -> box.show(texts.look(n), n.enabled()));
        scenery.pipeline().group(box.item()).ifPresent(g -> box.show(texts.look(g), true));
    }

    private void rebuild() {
        moving.clear();
        rebuild = true;
        redraw();
    }

    private void recolour() {
        map.recolour();
        redraw();
    }

    @Override void redraw() {
        redraw = true;
        Platform.requestNextPulse();
    }

    /** Brings the scene up to what it shows; nothing if nothing changed. */
    private void frame() {
        if (getWidth() <= 0 || getHeight() <= 0) return;
        place();
        if (!fitted || !moved && (fittedWidth != getWidth() || fittedHeight != getHeight())) fit(READABLE); // a person's own view stays
        if (!redraw) return;
        redraw = false;
        View now = view.get();
        transform.setMxx(now.scale());
        transform.setMyy(now.scale());
        transform.setTx(now.x());
        transform.setTy(now.y());
        boxes.cull(now, getWidth(), getHeight());
        Selection chosen = edits.selection().get();
        links.draw(scenery, now, new LinkLayer.Extra(chosen.items(), chosen.links(), hovered, drawn, refused, choices.snap().get()), ui.palette().get());
        map.draw(scenery, now, getWidth(), getHeight(), ui.palette().get());
    }

    private void place() {
        if (rebuild) build();
        else if (shift) shift();
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
        notes.choose(edits.selection().get());
    }

    private void build() {
        rebuild = false;
        shift = false;
        Pipeline pipeline = edits.pipeline().getValue();
        Scenery before = scenery;
        scenery = pipeline == null ? Scenery.EMPTY : Scenery.of(pipeline, operators);
        still = scenery;
        texts.show(scenery.pipeline());
        boxes.show(scenery);
        notes.show(scenery);
        if (scenery.pipeline() != before.pipeline()) refreshAll();
        if (scenery.items().stream().noneMatch(before.items()::contains)) {
            boolean first = before != Scenery.EMPTY && before.all().isEmpty() && before.pipeline().name().equals(scenery.pipeline().name());
            fitted = moved = first; // where a person puts the first step is where it is seen
        }
        map.show(scenery);
        Selection left = edits.selection().get().within(scenery.all(), scenery.pipeline());
        if (!left.equals(edits.selection().get())) edits.selection().set(left);
        else choose(left);
    }

    private void selected(Selection now) {
        boolean focus = isFocusWithin();
        if (rebuild) build();
        choose(now);
        setFocusTraversable(now.items().isEmpty());
        if (focus) focusChosen();
        if (fitted && pointer.isIdle()) now.last().flatMap(scenery::area).ifPresent(this::reveal);
        redraw();
    }

    private void choose(Selection now) {
        boxes.choose(now);
        notes.choose(now);
    }

    @Override protected void layoutChildren() {
        double width = snapSizeX(getWidth()), height = snapSizeY(getHeight());
        if (links.getWidth() != width || links.getHeight() != height) {
            links.setWidth(width);
            links.setHeight(height);
            redraw();
        }
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        map.place(getWidth(), getHeight(), choices.map().get());
        frame();
    }

    // ---- for gestures, keys and acts of this room

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
        place();
        return scenery;
    }

    Overlay overlay() {
        return overlay;
    }

    BoxLayer boxes() {
        return boxes;
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
        moving.clear();
        moving.putAll(now);
        shift = true;
        redraw();
    }

    /** What the pointer is over. @param scene where it is, in the scene */
    void hover(Optional<Link> link, Optional<PortPlace> port, Point2D scene) {
        if (!link.equals(Optional.ofNullable(hovered))) {
            hovered = link.orElse(null);
            hover.link(link, scene);
            redraw();
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
        drawn = curve;
        refused = cannotBe;
        redraw();
    }

    /** Lights the ports a link may end at. @param ends null: no link is drawn any more */
    void light(@Nullable LinkEnds ends, PortPlace start) {
        boxes.seeMarksAlways(ends != null);
        boxes.light(ends == null ? null : p -> p.equals(start) || p.input() != start.input() && ends.fits(new LinkEnds.End(p.endNode(), p.endPort())));
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
        return notes;
    }

    /** What can be done here. */
    public CanvasCommands commands() {
        return commands;
    }

    /** What is likely to be wanted next, once that is known. */
    public void learn(Pairings pairings) {
        steps.learn(pairings);
    }

    /** Puts the keyboard on the chosen node. */
    public void focusChosen() {
        if (floating.isOpen()) return;
        Optional<javafx.scene.Node> box = selection().last().flatMap(i -> boxes.box(i).<javafx.scene.Node>map(b -> b).or(() -> notes.box(i)));
        box.ifPresentOrElse(b -> {
            b.setVisible(true);
            b.requestFocus();
        }, this::requestFocus);
    }

    @Override Optional<Rectangle2D> chosenBox() {
        return selection().last().flatMap(scenery::box);
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
