package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import shelfwise.app.Operators;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.cli.Cli;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.RunResult;
import shelfwise.store.NodeRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pipeline of the template "personalised hybrid", made from nothing in the whole window, and all that is done with it after that. */
abstract class HybridJourney extends Journey {
    protected static final String NAME = "pipeline";
    /** Every step, by the id it gets. */
    protected static final Set<String> STEPS = Set.of("asset", "text", "filter", "select", "drop-duplicates", "interactions", "aggregate", "k-core", "leave-last-out",
            "catalogue", "popularity", "item-knn", "ease", "slim", "content", "weighted", "switch", "ranking", "top-n");
    /** Those that a setting of item-knn changes: it stands beside the others in the evaluation alone. */
    protected static final Set<String> BELOW_KNN = Set.of("item-knn", "ranking");
    protected final Hand hand = new Hand();
    private int shots;
    private static final String[] TITLES = {"red kettle", "blue teapot", "green cup", "red spade", "blue rake", "green pot", "red card", "blue pen", "green ribbon"};

    /** Forty customers, each with one of three tastes of twelve products. */
    private Path orders() {
        var random = new SplittableRandom(3);
        var rows = new StringBuilder("CustomerID,StockCode,InvoiceDate,Title\n");
        for (int c = 0; c < 40; c++) {
            for (int o = 0; o < 7; o++) {
                int item = c % 3 * 12 + random.nextInt(12);
                rows.append("c%02d,i%02d,2024-01-%02d 10:00:00,%s %d%n".formatted(c, item, 1 + o * 4, TITLES[item % 9], item / 9));
            }
        }
        return write(folder.resolve("orders.csv"), rows.toString());
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return project().resolve("pipelines").resolve(NAME + ".json");
    }

    private String filed() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what is seen

    protected boolean there(String id) {
        return robot.lookup((Node n) -> id.equals(n.getId()) && seen(n)).tryQuery().isPresent();
    }

    /** What can be seen and has this id, which may have dots. */
    protected Node byId(String id) {
        waitFor(id, () -> there(id));
        return robot.lookup((Node n) -> id.equals(n.getId()) && seen(n)).query();
    }

    protected static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return node.getScene() != null;
    }

    protected int boxes() {
        return (int) robot.lookup(".node-box").queryAll().stream().count();
    }

    /** Where each box stands and what it says. */
    private Map<String, String> canvas() {
        return onUi(() -> robot.lookup(".node-box").queryAll().stream().collect(Collectors.toMap(Node::getId,
                n -> n.getLayoutX() + "," + n.getLayoutY() + " " + n.queryAccessibleAttribute(AccessibleAttribute.TEXT), (a, _) -> a, TreeMap::new)));
    }

    private Map<String, String> states() {
        return onUi(() -> STEPS.stream().collect(Collectors.toMap(s -> s, this::told, (a, _) -> a, TreeMap::new)));
    }

    /** The state that a box tells a screen reader, behind its name and id: from afar it shows none. */
    private String told(String step) {
        return robot.lookup("#node-" + step).tryQuery().map(n -> ((String) n.queryAccessibleAttribute(AccessibleAttribute.TEXT)).split(", ")[2]).orElse("");
    }

    private static Map<String, String> each(Set<String> some, String these, String others) {
        return STEPS.stream().collect(Collectors.toMap(s -> s, s -> some.contains(s) ? these : others, (a, _) -> a, TreeMap::new));
    }

    // ---- what is asked of the pipeline

    /** The one that the template makes of the same orders, by the command line. */
    private void assertAsTheTemplate() {
        Path other = folder.resolve("by-template");
        call("new", other);
        call("import", other, orders(), "--role", "Title=title");
        call("new-pipeline", other, "--template", "personalised-hybrid", "--name", NAME);
        var json = new PipelineJson(Operators.catalogue());
        Pipeline template = json.read(other.resolve("pipelines").resolve(NAME + ".json")), made = json.read(file());
        assertEquals(steps(template), steps(made));
        assertEquals(links(template), links(made));
    }

    /** The settings of each operator; a step that is named among them by its operator. */
    private static Map<String, String> steps(Pipeline pipeline) {
        var steps = new TreeMap<String, String>();
        JsonNode nodes = JsonMapper.builder().build().readTree(new PipelineJson(Operators.catalogue()).write(pipeline)).path("nodes");
        for (JsonNode n : nodes) {
            String settings = n.path("settings").toString();
            for (var other : pipeline.nodes()) settings = settings.replaceAll("\"(model|warm|cold)\":\"" + other.id() + "\"", "\"$1\":\"" + other.operator() + "\"");
            steps.put(n.path("operator").asString(), settings);
        }
        return steps;
    }

    /** What comes in at each input, in its order. */
    private static Map<String, List<String>> links(Pipeline pipeline) {
        var links = new TreeMap<String, List<String>>();
        for (Link l : pipeline.links()) {
            links.computeIfAbsent(pipeline.node(l.toNode()).operator() + "." + l.toPort(), _ -> new ArrayList<>()).add(pipeline.node(l.fromNode()).operator() + "." + l.fromPort());
        }
        return links;
    }

    /** What the command line answers; it works. */
    private String call(Object... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Cli.run(Stream.of(args).map(Object::toString).toArray(String[]::new), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, code, err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Content hashes of every output that the project keeps for its pipeline; it is open nowhere. */
    private Map<String, String> hashes() {
        try (Workspace workspace = Workspace.open(project())) {
            Pipeline pipeline = workspace.pipelines().read(NAME);
            RunResult kept = workspace.runs().kept(pipeline, Progress.NONE);
            var hashes = new TreeMap<String, String>();
            for (var n : pipeline.nodes()) {
                for (var p : workspace.operators().operator(n).outputs()) kept.hash(n.id(), p.name()).ifPresent(h -> hashes.put(n.id() + "." + p.name(), h));
            }
            assertEquals(STEPS.size(), hashes.size(), hashes.keySet().toString());
            return hashes;
        }
    }

    /** The state of each step in the latest run, as noted in the project; it is open nowhere. */
    private Map<String, String> noted() {
        try (Workspace workspace = Workspace.open(project())) {
            return workspace.runs().list().getFirst().nodes().stream().collect(Collectors.toMap(NodeRun::node, NodeRun::state, (a, _) -> a, TreeMap::new));
        }
    }

    // ---- the journey

    /** A new, empty pipeline in its place. */
    protected abstract void begin();

    /** All steps and links. */
    protected abstract void build();

    /** All settings that are not as they come. */
    protected abstract void settle();

    /** Gives item-knn five neighbours. */
    protected abstract void change();

    protected abstract void run();

    protected abstract void save();

    /** On the UI thread. */
    protected abstract void undo();

    /** On the UI thread. */
    protected abstract void redo();

    protected void journey() {
        newProject();
        importFile(orders());
        begin();
        waitFor("an empty canvas", () -> there("graph") && boxes() == 0);
        String empty = filed();
        build();
        assertEquals(STEPS.stream().map(s -> "node-" + s).collect(Collectors.toSet()), canvas().keySet());
        settle();
        shot("set");
        run();
        ran();
        assertAsTheTemplate();
        assertEquals(each(STEPS, "done", ""), states());
        shot("ran");
        change();
        waitFor("only what is below to be out of date", () -> states().equals(each(BELOW_KNN, "out of date", "done")));
        shot("changed");
        run();
        ran();
        assertEquals(each(BELOW_KNN, "done", "kept"), states());
        backAndForth(empty);
        Map<String, String> canvas = canvas();
        closeWindow();
        assertEquals(each(BELOW_KNN, "done", "cached"), noted());
        openWindow();
        openProject(project());
        go("pipelines");
        waitFor("the same again", () -> canvas().equals(canvas) && states().equals(each(STEPS, "kept", "")));
        shot("reopened");
        closeWindow();
        assertHeadlessAlike();
    }

    /** Undoes everything and makes it again; the files are those of before, to the byte. */
    private void backAndForth(String empty) {
        String made = filed();
        again("undo", () -> {
            String tip = undoTip();
            assertTrue(tip.matches("Undo: .+"), tip);
            undo();
        });
        assertEquals(0, boxes());
        save();
        waitFor("saved", () -> window.jobs().idle() && !sees("not saved"));
        assertEquals(empty, filed());
        shot("undone");
        again("redo", this::redo);
        save();
        waitFor("saved", () -> window.jobs().idle() && !sees("not saved"));
        assertEquals(made, filed());
        waitFor("kept", () -> states().equals(each(STEPS, "kept", "")));
        shot("redone");
    }

    private void ran() {
        waitFor("done", () -> window.jobs().idle() && newestJob().key().equals("pipelines.job.run") && newestJob().state().get() == JobRow.State.DONE);
    }

    private void closeWindow() {
        rest();
        var ended = new AtomicBoolean();
        onUi(() -> workbench.close(() -> { }, () -> {
            window.shell().scene().getWindow().hide();
            ended.set(true);
        }));
        waitFor("closed", ended::get);
    }

    /** As long as the button can be pressed. */
    private void again(String button, Runnable act) {
        ButtonBase pressed = find(button, ButtonBase.class);
        onUi(() -> {
            while (!pressed.isDisabled()) act.run();
        });
    }

    protected String undoTip() {
        return find("undo", ButtonBase.class).getAccessibleText();
    }

    /** Takes what is found by these words. */
    protected void seek(String words) {
        int before = boxes();
        waitFor("asked", () -> there("finder-search"));
        hand.write(words);
        hand.push(KeyCode.ENTER);
        waitFor(words, () -> boxes() == before + 1);
    }

    /** Waits until what has changed stands where it will be seen. */
    protected void frame() {
        var drawn = new CompletableFuture<Boolean>();
        Scene scene = window.shell().scene();
        Runnable told = () -> drawn.complete(true);
        onUi(() -> {
            scene.addPostLayoutPulseListener(told);
            Platform.requestNextPulse();
            return true;
        });
        drawn.orTimeout(60, TimeUnit.SECONDS).join();
        onUi(() -> {
            scene.removePostLayoutPulseListener(told);
            return true;
        });
    }

    protected void shot(String what) {
        if (Boolean.getBoolean("shelfwise.screenshots")) snapshot(window.shell().scene(), "%s-%02d-%s".formatted(getClass().getSimpleName(), shots++, what));
    }

    /** The same folder run without a window, from nothing: the same content, the same lists. */
    private void assertHeadlessAlike() {
        Map<String, String> byWindow = hashes();
        Path before = folder.resolve("by-window.csv"), out = folder.resolve("headless");
        call("export", project(), "latest", "--format", "csv", "--out", before);
        call("cache", project(), "--clear", "--all");
        call("run", project(), NAME, "--out", out);
        assertEquals(each(STEPS, "done", ""), noted(), "nothing was kept: all was run again");
        assertEquals(byWindow, hashes());
        assertEquals(-1, mismatch(before, out.resolve("snapshot.csv")), "the same lists");
    }

    private static long mismatch(Path a, Path b) {
        try {
            return Files.mismatch(a, b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
