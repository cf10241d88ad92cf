package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** By keys alone: steps added by search behind the chosen one, links asked for, steps found or gone to by arrows, settings reached by Tab. */
class HybridByKeyboardTest extends HybridJourney {
    private static final int MOST = 80;

    @Test void theHybridIsMadeRunChangedUndoneKeptAndRunHeadlessByTheKeyboard() {
        journey();
    }

    @Override protected void begin() {
        hand.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        at("pipelines");
        hand.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    }

    @Override protected void run() {
        hand.push(KeyCode.F5);
    }

    @Override protected void save() {
        hand.push(KeyCode.CONTROL, KeyCode.S);
    }

    @Override protected void undo() {
        hand.keys(KeyCode.CONTROL, KeyCode.Z);
    }

    @Override protected void redo() {
        hand.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    // ---- steps and links

    private void add(String words) {
        hand.push(KeyCode.A);
        seek(words);
    }

    private void asked() {
        waitFor("asked", () -> there("finder-search") && find("finder-search", TextField.class).getText().isEmpty());
    }

    private String chosen() {
        return onUi(() -> robot.lookup(".node-box:chosen").tryQuery().map(Node::getId).orElse(""));
    }

    private void go(String from, KeyCode arrow, String to) {
        assertEquals("node-" + from, chosen());
        hand.push(arrow);
        assertEquals("node-" + to, chosen());
    }

    private void goTo(String step) {
        hand.push(KeyCode.CONTROL, KeyCode.F);
        asked();
        hand.write(step);
        hand.push(KeyCode.ENTER);
        waitFor(step, () -> chosen().equals("node-" + step));
    }

    /** From the chosen step. @param port words of its port */
    private void link(String port, String to) {
        String before = undoTip();
        hand.push(KeyCode.L);
        asked();
        hand.write(port);
        hand.push(KeyCode.ENTER);
        asked();
        hand.write(to);
        hand.push(KeyCode.ENTER);
        waitFor("linked", () -> undoTip().startsWith("Undo: Link ") && !undoTip().equals(before));
    }

    @Override protected void build() {
        for (String words : List.of("asset", "clean text", "filter rows", "select columns", "drop dup", "make events", "merge", "keep the active", "last events")) add(words);
        go("leave-last-out", KeyCode.LEFT, "k-core");
        go("k-core", KeyCode.RIGHT, "leave-last-out");
        shot("split");
        for (String words : List.of("popularity", "item-knn", "ease", "slim", "content")) {
            goTo("leave-last-out");
            add(words);
        }
        goTo("drop-duplicates");
        add("catalogue");
        link("output", "content");
        shot("models");
        goTo("slim");
        add("weighted");
        link("split", "leave-last-out");
        goTo("content");
        link("output", "weighted");
        goTo("weighted");
        add("switch");
        link("split", "leave-last-out");
        goTo("popularity");
        link("output", "switch");
        shot("hybrids");
        goTo("popularity");
        add("evaluate");
        link("split", "leave-last-out");
        link("catalogue", "catalogue");
        for (String m : List.of("item-knn", "ease", "slim", "content", "switch")) {
            goTo(m);
            link("output", "ranking");
        }
        add("make lists");
        hand.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        shot("built");
    }

    // ---- settings

    /** Into the form of a step. */
    private void open(String step) {
        goTo(step);
        hand.push(KeyCode.ENTER);
        waitFor("the form", () -> robot.lookup(".node-pane").query().isFocusWithin());
    }

    private void back() {
        hand.push(KeyCode.ESCAPE);
        waitFor("the canvas", () -> find("graph", Node.class).isFocusWithin());
    }

    /** On by Tab to this field. */
    private void tab(String name, int row) {
        for (int i = 0; i < MOST && !isAt(name, row); i++) hand.push(KeyCode.TAB);
    }

    private boolean isAt(String name, int row) {
        return onUi(() -> robot.lookup("#setting-" + name).queryAll().stream().skip(row).findFirst().filter(n -> n.isFocusWithin() && !more(n)).isPresent());
    }

    /** Whether it is the button of the setting's menu. */
    private static boolean more(Node setting) {
        return setting.lookupAll(".setting-more").stream().anyMatch(Node::isFocusWithin) || setting.lookupAll(".setting-reset").stream().anyMatch(Node::isFocusWithin);
    }

    private void type(String name, int row, String text) {
        tab(name, row);
        hand.push(KeyCode.CONTROL, KeyCode.A);
        hand.write(text);
    }

    private void choose(String name, int row, String words) {
        tab(name, row);
        hand.push(KeyCode.SPACE);
        waitFor("the choices", () -> pointed().isPresent());
        for (int i = 0; i < MOST && !pointed().equals(Optional.of(words)); i++) hand.push(KeyCode.DOWN);
        hand.push(KeyCode.ENTER);
        waitFor("chosen", () -> pointed().isEmpty());
    }

    /** What the keyboard is at in a list of choices. */
    private Optional<String> pointed() {
        return onUi(() -> Window.getWindows().stream().filter(w -> w.getScene() != window.shell().scene() && w.isShowing()).flatMap(w -> Optional.ofNullable(w.getScene().getFocusOwner()).stream())
                .flatMap(n -> n.lookupAll(".label").stream()).map(l -> ((Labeled) l).getText()).findFirst());
    }

    private void addRow() {
        int before = rows();
        for (int i = 0; i < MOST && !onUi(() -> robot.lookup("Add a row").query().isFocusWithin()); i++) hand.push(KeyCode.TAB);
        hand.push(KeyCode.SPACE);
        waitFor("the row", () -> rows() == before + 1);
    }

    private int rows() {
        return robot.lookup(".setting-row").queryAll().size();
    }

    @Override protected void settle() {
        open("asset");
        type("asset", 0, "orders");
        back();
        open("text");
        tab("collapse", 0);
        hand.push(KeyCode.SPACE);
        back();
        open("filter");
        for (int i = 0; i < 2; i++) {
            addRow();
            type("column", i, List.of("CustomerID", "StockCode").get(i));
            choose("test", i, "is there");
        }
        back();
        open("select");
        for (int i = 0; i < 4; i++) {
            addRow();
            type("column", i, List.of("CustomerID", "StockCode", "InvoiceDate", "Title").get(i));
            choose("role", i, List.of("User", "Item", "Time", "Title").get(i));
        }
        choose("unreadable", 0, "become missing");
        shot("select");
        back();
        open("aggregate");
        choose("weight", 0, "number of events");
        choose("time", 0, "the first event's");
        back();
        open("k-core");
        type("userMinimum", 0, "3");
        type("itemMinimum", 0, "3");
        back();
        open("item-knn");
        choose("measure", 0, "Jaccard");
        type("shrinkage", 0, "5");
        back();
        open("ease");
        type("regularisation", 0, "60");
        back();
        open("content");
        choose("profile", 0, "with the items of the history that are nearest to it");
        back();
        open("weighted");
        choose("scale", 0, "standard deviations from the mean");
        for (int i = 0; i < 2; i++) {
            addRow();
            type("model", i, List.of("slim", "content").get(i));
            type("weight", i, List.of("3", "0.5").get(i));
        }
        back();
        open("switch");
        type("items", 0, "2");
        type("warm", 0, "weighted");
        type("cold", 0, "popularity");
        back();
    }

    @Override protected void change() {
        open("item-knn");
        type("neighbours", 0, "5");
        back();
    }
}
