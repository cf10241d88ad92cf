package shelfwise.ui.pipelines.canvas;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.layout.Layout;
import shelfwise.pipeline.layout.PortPlace;
import shelfwise.pipeline.layout.Spot;

/**
 * A node on the canvas: its group by icon and colour, its name and id, its state by icon and word, its ports. What it says grows and shrinks
 * with the zoom: from afar only the colours, then the name in large letters, near everything. Texts are made when they are first seen and only
 * hidden later, as their styles cost far more than they do.
 */
public final class NodeBox extends Region {
    /** How much is told. */
    enum Detail { COLOURS, NAME, ALL }

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen"), OFF = PseudoClass.getPseudoClass("off"), FAR = PseudoClass.getPseudoClass("far");
    private static final double BAND = 4, SIDE = 8, PROGRESS = 4;
    private final String item;
    private final Function<String, String> told;
    private final Map<String, PortMark> marks = new LinkedHashMap<>();
    private final Region bar = new Region();
    private final Label name = new Label(), title = new Label(), id = new Label(), state = new Label();
    private @Nullable NodeLook look;
    private @Nullable String stateShown;
    private Detail detail = Detail.COLOURS;
    private boolean marksSeen = true;
    private @Nullable Predicate<PortPlace> legal;

    /** @param told what a screen reader says of it, asked for when it is needed */
    NodeBox(String item, Function<String, String> told) {
        this.item = item;
        this.told = told;
        setId("node-" + item);
        setManaged(false);
        resize(Layout.WIDTH, Layout.HEIGHT);
        id.setText(item);
        id.getStyleClass().add("node-id");
        name.getStyleClass().add("node-name");
        title.getStyleClass().add("node-title");
        title.setWrapText(true);
        bar.getStyleClass().add("node-bar");
        for (Region r : List.of(name, title, id, state, bar)) r.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    String item() {
        return item;
    }

    /** Shows how the node stands; cheap if nothing changed. */
    void show(NodeLook now, boolean enabled) {
        pseudoClassStateChanged(OFF, !enabled);
        if (now.equals(look)) return;
        look = now;
        List<String> styles = List.of("node-box", "group-" + now.group(), "is-" + now.word());
        if (!getStyleClass().equals(styles)) getStyleClass().setAll(styles);
        fill();
        if (isFocused()) notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Whether it has yet to make what it would show so. */
    boolean isNew(Detail now, boolean marks) {
        Label first = now == Detail.ALL ? name : title;
        return now != Detail.COLOURS && first.getParent() == null || marks && this.marks.values().stream().anyMatch(m -> m.getParent() == null);
    }

    boolean shows(Detail now, boolean marks, @Nullable Predicate<PortPlace> light) {
        return now == detail && marks == marksSeen && light == legal;
    }

    /**
     * Shows as much as can be read at this zoom.
     *
     * @param marks whether the ports are seen
     * @param light the ports that a link under the hand may end at are lit; null: none is being drawn
     */
    void show(Detail now, boolean marks, @Nullable Predicate<PortPlace> light) {
        if (now != detail || marks != marksSeen) {
            detail = now;
            marksSeen = marks;
            pseudoClassStateChanged(FAR, now != Detail.ALL);
            fill();
        }
        if (light == legal) return;
        legal = light;
        for (PortMark mark : this.marks.values()) mark.light(light != null && light.test(mark.place()), light != null && !light.test(mark.place()));
    }

    private void fill() {
        NodeLook now = look;
        if (now == null) return;
        for (Label named : List.of(name, title)) {
            named.setText(now.name());
            if (named.getGraphic() != null && now.icon().name().equals(named.getUserData())) continue;
            named.setGraphic(now.icon().icon());
            named.setUserData(now.icon().name());
        }
        state.setText(now.state());
        if (!now.word().equals(stateShown)) {
            stateShown = now.word();
            Node icon = now.stateIcon().icon();
            icon.getStyleClass().add(now.severity());
            state.setGraphic(icon);
            state.getStyleClass().setAll("label", "node-state", now.word());
        }
        see(detail == Detail.NAME, List.of(title));
        see(detail == Detail.ALL, List.of(name, id, state));
        see(now.progress() >= 0, List.of(bar));
        see(marksSeen, marks.values());
        requestLayout();
    }

    private void see(boolean seen, Collection<? extends Node> parts) {
        for (Node part : parts) {
            if (seen && part.getParent() != this) getChildren().add(part);
            part.setVisible(seen);
        }
    }

    /** Puts the ports where they stand now; cheap if nothing moved. @param told what a screen reader says of a port */
    void ports(List<PortPlace> now, Spot box, Function<PortPlace, String> told, Predicate<PortPlace> linked) {
        boolean same = now.size() == marks.size() && now.stream().allMatch(p -> marks.containsKey(PortMark.id(p)));
        if (!same) {
            getChildren().removeAll(marks.values());
            marks.clear();
            for (PortPlace p : now) marks.put(PortMark.id(p), new PortMark(p, told));
        }
        for (PortPlace p : now) {
            PortMark mark = marks.get(PortMark.id(p));
            if (mark == null) continue;
            mark.stand(p, box);
            mark.setLinked(linked.test(p));
        }
        if (!same) fill();
    }

    Iterable<PortMark> marks() {
        return marks.values();
    }

    @Nullable PortMark mark(PortPlace place) {
        return marks.get(PortMark.id(place));
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    String told() {
        return told.apply(item);
    }

    @Override public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? told() : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override protected void layoutChildren() {
        double left = BAND + SIDE, width = getWidth() - left - SIDE, height = getHeight();
        if (detail == Detail.NAME) {
            layoutInArea(title, left, 4, width, height - 8, 0, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.CENTER);
        } else if (detail == Detail.ALL) {
            line(name, left, 6, width);
            line(id, left, 26, width);
            line(state, left, 44, width);
        }
        NodeLook now = look;
        if (now != null && now.progress() >= 0) bar.resizeRelocate(BAND + 1, height - PROGRESS - 1, Math.min(1, now.progress()) * (getWidth() - BAND - 2), PROGRESS);
    }

    private static void line(Label label, double x, double y, double width) {
        label.setAlignment(Pos.CENTER_LEFT);
        label.resizeRelocate(x, y, width, 18);
    }
}
