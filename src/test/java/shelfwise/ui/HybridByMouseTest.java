package shelfwise.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** By the mouse: steps dragged from the palette, links from port to port and into the void, a double click to search; keys for texts alone. */
class HybridByMouseTest extends HybridJourney {
    private static final double COLUMN = 150, ROW = 68;

    // ---- the hand

    private Point2D middle(Node node) {
        return onUi(() -> Hand.middle(node));
    }

    private Node port(String id) {
        frame();
        return byId("port-" + id);
    }

    /** A point of the canvas, from its upper left corner. */
    private Point2D place(double column, double row) {
        return onUi(() -> find("graph", Region.class).localToScreen(32 + column * COLUMN, 56 + row * ROW));
    }

    private void click(Node node) {
        hand.click(node);
    }

    private void click(String id) {
        click(byId(id));
    }

    // ---- steps and links

    private void fromPalette(String operator, double column, double row) {
        int before = boxes();
        click("palette-search");
        hand.push(KeyCode.CONTROL, KeyCode.A);
        hand.write(operator.substring(operator.indexOf('.') + 1));
        Node line = byId("palette-" + operator);
        hand.dragOut(line, middle(line), place(column, row));
        waitFor(operator, () -> boxes() == before + 1);
    }

    private void byDoubleClick(String words, double column, double row) {
        hand.doubleClick(place(column, row));
        seek(words);
    }

    private void fromPort(String port, String words, double column, double row) {
        hand.drag(port(port), () -> place(column, row));
        seek(words);
    }

    private void link(String from, String to) {
        String before = undoTip();
        Node end = port(to.replace(".", "-in-"));
        hand.drag(port(from.replace(".", "-out-")), () -> Hand.middle(end));
        waitFor("linked", () -> undoTip().startsWith("Undo: Link ") && !undoTip().equals(before));
    }

    private void view(String act) {
        click("viewMenu");
        click("act-" + act);
    }

    // ---- settings

    private void open(String step) {
        click("node-" + step);
        waitFor("the settings of " + step, () -> robot.from(robot.lookup(".node-pane").<Node>query()).lookup((Node n) -> n instanceof Labeled l && step.equals(l.getText())).tryQuery().isPresent());
    }

    private Node setting(String name, int row) {
        waitFor(name, () -> robot.lookup("#setting-" + name).queryAll().size() > row);
        Node found = robot.lookup("#setting-" + name).queryAll().stream().skip(row).findFirst().orElseThrow();
        reach(found);
        return found;
    }

    /** Turns the wheel over the pane until it is seen. */
    private void reach(Node node) {
        Node pane = robot.lookup(".node-pane").query();
        for (int i = 0; i < 40; i++) {
            Bounds b = onUi(() -> pane.screenToLocal(node.localToScreen(node.getBoundsInLocal())));
            double height = onUi(() -> pane.getBoundsInLocal().getHeight());
            if (b.getMinY() >= 0 && b.getMaxY() <= height) return;
            hand.wheel(middle(pane), b.getMinY() < 0 ? -2 : 2);
        }
    }

    private void type(String name, int row, String text) {
        click((Node) robot.from(setting(name, row)).lookup(".text-field").query());
        hand.push(KeyCode.CONTROL, KeyCode.A);
        hand.write(text);
    }

    private void choose(String name, int row, String words) {
        click((Node) robot.from(setting(name, row)).lookup(".choice-box").query());
        waitFor(words, () -> option(words).isPresent());
        click(option(words).orElseThrow());
    }

    private Optional<Node> option(String words) {
        return robot.lookup((Node n) -> n instanceof Labeled l && words.equals(l.getText()) && seen(n) && n.getScene() != window.shell().scene()).tryQuery();
    }

    private void pick(String name, int row, String value) {
        click((Node) robot.from(setting(name, row)).lookup(".combo-box .arrow-button").query());
        waitFor(value, () -> option(value).isPresent());
        click(option(value).orElseThrow());
    }

    private void addRow() {
        int before = robot.lookup(".setting-row").queryAll().size();
        click((Node) robot.lookup("Add a row").query());
        waitFor("the row", () -> robot.lookup(".setting-row").queryAll().size() == before + 1);
    }

    // ---- the journey

    @Test void theHybridIsMadeRunChangedUndoneKeptAndRunHeadlessByTheMouse() {
        journey();
    }

    @Override protected void begin() {
        click("rail-pipelines");
        at("pipelines");
        click("new-pipeline");
        click("new-empty");
    }

    @Override protected void run() {
        click("run");
    }

    @Override protected void save() {
        click("save");
    }

    @Override protected void undo() {
        hand.clickNow(robot.lookup("#undo").query());
    }

    @Override protected void redo() {
        hand.clickNow(robot.lookup("#redo").query());
    }

    @Override protected void change() {
        open("item-knn");
        type("neighbours", 0, "5");
    }

    @Override protected void build() {
        view("palette");
        view("zoom-out");
        view("zoom-out");
        fromPalette("source.asset", 0, 0);
        shot("first");
        byDoubleClick("clean text", 0, 1);
        shot("second");
        link("asset.table", "text.table");
        fromPort("text-out-table", "filter rows", 0, 2);
        shot("third");
        fromPort("filter-out-table", "select columns", 0, 3);
        fromPort("select-out-table", "drop dup", 0, 4);
        fromPort("drop-duplicates-out-table", "make events", 0, 5);
        fromPort("drop-duplicates-out-table", "catalogue", 1, 5);
        fromPort("interactions-out-interactions", "merge", 0, 6);
        fromPort("aggregate-out-interactions", "keep the active", 0, 7);
        fromPalette("split.leave-last-out", 0, 8);
        link("k-core.interactions", "leave-last-out.interactions");
        shot("split");
        fromPort("leave-last-out-out-split", "popularity", 1, 0);
        fromPort("leave-last-out-out-split", "item-knn", 1, 1);
        fromPort("leave-last-out-out-split", "ease", 1, 2);
        fromPort("leave-last-out-out-split", "slim", 1, 3);
        fromPort("leave-last-out-out-split", "content", 1, 4);
        shot("models");
        link("catalogue.catalogue", "content.catalogue");
        fromPalette("hybrid.weighted", 2, 1);
        link("leave-last-out.split", "weighted.split");
        for (String m : List.of("slim", "content")) link(m + ".model", "weighted.model");
        fromPort("weighted-out-model", "switch", 2, 3);
        link("leave-last-out.split", "switch.split");
        link("popularity.model", "switch.model");
        shot("hybrids");
        fromPalette("evaluate.ranking", 3, 1);
        fromPalette("lists.top-n", 3, 3);
        link("leave-last-out.split", "ranking.split");
        link("catalogue.catalogue", "ranking.catalogue");
        for (String m : List.of("popularity", "item-knn", "ease", "slim", "content", "switch")) link(m + ".model", "ranking.model");
        link("switch.model", "top-n.model");
    }

    @Override protected void settle() {
        open("asset");
        pick("asset", 0, "orders");
        open("text");
        click((Node) robot.from(setting("collapse", 0)).lookup(".check-box").query());
        open("filter");
        for (int i = 0; i < 2; i++) {
            addRow();
            pick("column", i, List.of("CustomerID", "StockCode").get(i));
            choose("test", i, "is there");
        }
        shot("filter");
        open("select");
        for (int i = 0; i < 4; i++) {
            addRow();
            pick("column", i, List.of("CustomerID", "StockCode", "InvoiceDate", "Title").get(i));
            choose("role", i, List.of("User", "Item", "Time", "Title").get(i));
        }
        choose("unreadable", 0, "become missing");
        shot("select");
        open("aggregate");
        choose("weight", 0, "number of events");
        choose("time", 0, "the first event's");
        open("k-core");
        type("userMinimum", 0, "3");
        type("itemMinimum", 0, "3");
        open("item-knn");
        choose("measure", 0, "Jaccard");
        type("shrinkage", 0, "5");
        open("ease");
        type("regularisation", 0, "60");
        open("content");
        choose("profile", 0, "with the items of the history that are nearest to it");
        open("weighted");
        choose("scale", 0, "standard deviations from the mean");
        for (int i = 0; i < 2; i++) {
            addRow();
            type("model", i, List.of("slim", "content").get(i));
            type("weight", i, List.of("3", "0.5").get(i));
        }
        shot("fusion");
        open("switch");
        type("items", 0, "2");
        type("warm", 0, "weighted");
        type("cold", 0, "popularity");
        shot("switch");
    }
}
