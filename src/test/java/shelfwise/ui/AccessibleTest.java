package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a screen reader is told, where Tab leads, and whether one sees where the keyboard is. */
class AccessibleTest extends Journey {
    private static final int MOST = 150, AROUND = 6;
    private static final List<String> PARTS = List.of("top-bar", "rail", "tool-bar", "operator-palette", "graph", "node-pane", "job-strip");
    private final Hand hand = new Hand();

    private void shop() {
        newProject();
        importOrders();
        writePipeline();
        go("pipelines");
        waitFor("the canvas", () -> !robot.lookup(".node-box").queryAll().isEmpty());
        rest();
    }

    private void run() {
        hand.push(KeyCode.F5);
        waitFor("done", () -> window.jobs().idle() && newestJob().key().equals("pipelines.job.run") && newestJob().state().get() == JobRow.State.DONE);
    }

    // ---- names

    private static String told(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String s ? s : "";
    }

    /** Its name, which for a field is not what is written in it. */
    private static String name(Node node) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) return own;
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Node label) return told(label);
        return node instanceof TextInputControl || node instanceof ChoiceBox<?> || node instanceof ComboBoxBase<?> ? "" : told(node);
    }

    private List<String> told(String selector) {
        return onUi(() -> robot.lookup(selector).queryAll().stream().map(AccessibleTest::told).toList());
    }

    @Test void everyBoxPortAndEntryOfTheCanvasSaysWhatItIs() {
        shop();
        hand.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        waitFor("the list of steps", () -> !robot.lookup(".operator-palette .list-cell").queryAll().isEmpty());
        hand.push(KeyCode.SHIFT, KeyCode.N);
        waitFor("a frame", () -> robot.lookup(".frame-box").tryQuery().isPresent());
        hand.push(KeyCode.ENTER);
        onUi(() -> {
            for (Node n : all(".node-box", ".port", ".note-box", ".mini-map", ".graph")) {
                assertTrue(n.getAccessibleRole() != AccessibleRole.NODE, n.getId());
                assertTrue(!told(n).isBlank(), n.getId());
            }
            robot.lookup("#palette-list .list-cell").queryAll().stream().filter(n -> !((javafx.scene.control.Cell<?>) n).isEmpty())
                    .forEach(n -> assertTrue(!told(n).isBlank(), n.getId()));
        });
        List<String> ports = told(".port");
        assertTrue(ports.stream().allMatch(p -> p.matches("(input|output) .+")), ports.toString());
        assertTrue(ports.stream().anyMatch(p -> p.matches("output .+ \\(.+\\), to .+")) && ports.stream().anyMatch(p -> p.matches("input .+ \\(.+\\), from .+")), ports.toString());
        assertTrue(told(".frame-box").getFirst().startsWith("frame: "), told(".frame-box").toString());
    }

    @Test void theCanvasTellsTheChosenLink() {
        shop();
        hand.push(KeyCode.CONTROL, KeyCode.F);
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        hand.push(KeyCode.ENTER);
        hand.push(KeyCode.SHIFT, KeyCode.L);
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        String link = onUi(() -> told(find("finder-found", ListView.class).lookup(".list-cell:selected"))).replaceAll(", $", "");
        hand.push(KeyCode.ENTER);
        waitFor("chosen", () -> find("graph", Node.class).isFocused());
        assertEquals(link, onUi(() -> told(find("graph", Node.class))));
    }

    private List<Node> all(String... selectors) {
        return Stream.of(selectors).flatMap(s -> robot.lookup(s).queryAll().stream()).toList();
    }

    // ---- Tab

    private Optional<Node> focused() {
        return onUi(() -> Optional.ofNullable(window.shell().scene().getFocusOwner()));
    }

    private static String part(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            for (String part : PARTS) if (n.getStyleClass().contains(part)) return part;
        }
        return "";
    }

    /** All that Tab leads to, once around; how each looks with the keyboard and without is compared on the way. */
    private List<Node> around(List<String> unseen) {
        var found = new ArrayList<Node>();
        hand.push(KeyCode.TAB);
        Node first = focused().orElseThrow(), now = first;
        for (int i = 0; i < MOST; i++) {
            Node here = now;
            found.add(here);
            Image with = onUi(() -> image(here));
            hand.push(KeyCode.TAB);
            now = focused().orElseThrow();
            Image without = onUi(() -> image(here));
            if (alike(with, without)) unseen.add(words(here));
            if (now == first) return found;
        }
        throw new AssertionError("Tab does not come around: " + found.subList(MOST - 20, MOST));
    }

    private static Image image(Node node) {
        Bounds b = node.getBoundsInParent();
        var cut = new SnapshotParameters();
        cut.setViewport(new Rectangle2D(b.getMinX() - AROUND, b.getMinY() - AROUND, Math.min(600, b.getWidth()) + 2 * AROUND, Math.min(400, b.getHeight()) + 2 * AROUND));
        return node.snapshot(cut, null);
    }

    private static boolean alike(Image a, Image b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) return false;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) return false;
        }
        return true;
    }

    private static String words(Node node) {
        return part(node) + " " + node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass() + " " + name(node);
    }

    @Test void tabLeadsThroughTheCanvasInReadingOrderAndItIsSeenWhereOneIs() {
        shop();
        hand.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        hand.push(KeyCode.CONTROL, KeyCode.F);
        waitFor("asked", () -> robot.lookup("#finder-search").tryQuery().isPresent());
        hand.push(KeyCode.ENTER);
        rest();
        var unseen = new ArrayList<String>();
        List<Node> around = around(unseen);
        var parts = new ArrayList<String>();
        for (String p : around.stream().map(AccessibleTest::part).toList()) if (parts.isEmpty() || !parts.getLast().equals(p)) parts.add(p);
        if (parts.size() > 1 && parts.getFirst().equals(parts.getLast())) parts.removeLast();
        List<String> order = List.of("top-bar", "rail", "tool-bar", "operator-palette", "graph", "node-pane", "job-strip");
        assertEquals(order, turned(parts, "top-bar"), around.stream().filter(n -> part(n).isEmpty()).map(AccessibleTest::words).toList().toString());
        assertEquals(List.of(), unseen);
    }

    /** The same round, begun elsewhere. */
    private static List<String> turned(List<String> round, String first) {
        int at = Math.max(0, round.indexOf(first));
        return Stream.concat(round.subList(at, round.size()).stream(), round.subList(0, at).stream()).toList();
    }

    @Test void inEachPlaceAllThatTabLeadsToHasANameAndARing() {
        shop();
        run();
        var unseen = new ArrayList<String>();
        var nameless = new ArrayList<String>();
        for (String place : List.of("home", "assets", "quality", "pipelines", "lists", "similarity", "compare", "snapshots")) {
            go(place);
            rest();
            for (Node n : around(unseen)) if (onUi(() -> name(n)).isBlank()) nameless.add(place + ": " + words(n));
        }
        assertEquals(List.of(), Stream.concat(nameless.stream(), unseen.stream().distinct().map(u -> "no ring: " + u)).toList());
    }
}
