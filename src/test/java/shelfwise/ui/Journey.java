package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Operators;
import shelfwise.app.SmallShop;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;

/** A window with the whole workbench in it, and what an analyst does there again and again. */
abstract class Journey extends WindowTest {
    /** Somebody who chooses these. */
    private final class Chooser implements Choosers {
        @Override public List<Path> open(String title, Kind... kinds) {
            return List.of(fileToOpen);
        }

        @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override public Optional<Path> folder(String title) {
            return Optional.of(project());
        }
    }

    @TempDir protected Path folder;
    protected Looks.Window window;
    protected Workbench workbench;
    protected Path fileToOpen = Path.of("none");

    @BeforeEach void openWindow() {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new Chooser()));
        workbench = onUi(() -> {
            var made = new Workbench(window.shell(), window.jobs(), Remembered.inMemory());
            made.start();
            return made;
        });
        show(window.shell().scene(), 1280, 800);
    }

    @AfterEach void closeProject() {
        onUi(() -> workbench.close(() -> { }, () -> { }));
        if (robot.lookup(".danger").tryQuery().isPresent()) onUi(() -> robot.lookup(".danger").queryAs(ButtonBase.class).fire());
        waitFor("all work to end", window.jobs()::idle);
    }

    protected Path project() {
        return folder.resolve("shop");
    }

    protected void newProject() {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        waitFor("the project", () -> window.model().project().get().equals("shop"));
    }

    protected void openProject(Path at) {
        onUi(() -> workbench.open(at));
        waitFor("the project", () -> window.jobs().idle() && window.model().project().get().equals(at.getFileName().toString()));
    }

    protected void go(String place) {
        go(place, Target.NONE);
    }

    protected void go(String place, Target target) {
        onUi(() -> window.model().go(place, target));
        rest();
    }

    /** Waits until no work is under way. */
    protected void rest() {
        waitFor("all work to end", window.jobs()::idle);
    }

    protected void at(String place) {
        waitFor("the place " + place, () -> window.model().at().get().place().equals(place));
        rest();
    }

    protected void importOrders() {
        importFile(SmallShop.writeOrders(folder.resolve("orders.csv")));
    }

    protected void importFile(Path file) {
        fileToOpen = file;
        go("assets");
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview", this::canImport);
        press("import-start");
        waitFor("the asset", () -> window.jobs().idle() && tells("Imported "));
    }

    protected boolean canImport() {
        return robot.lookup("#import-start").tryQueryAs(ButtonBase.class).filter(b -> !b.isDisabled()).isPresent();
    }

    /** Puts a pipeline into the project, as a person who is handed one does. */
    protected void write(Pipeline pipeline) {
        new PipelineJson(Operators.catalogue()).write(project().resolve("pipelines").resolve(pipeline.name() + ".json"), pipeline);
    }

    protected void writePipeline() {
        write(SmallShop.pipeline(Operators.catalogue()));
    }

    protected JobRow newestJob() {
        return window.jobs().rows().getFirst();
    }

    /** What the box of a step says of its state, up to the size of what it made. */
    protected String state(String step) {
        return robot.lookup("#node-" + step + " .node-state").tryQueryAs(Labeled.class).map(l -> l.getText().split(",")[0]).orElse("");
    }

    /** Presses what has this id. */
    protected void press(String id) {
        onUi(() -> find(id, ButtonBase.class).fire());
    }

    /** Presses what can be seen and pressed and has this text. */
    protected void pressText(String text) {
        waitFor("to press " + text, () -> button(text).isPresent());
        onUi(() -> button(text).orElseThrow().fire());
    }

    private Optional<ButtonBase> button(String text) {
        return robot.lookup(n -> n instanceof ButtonBase b && text.equals(b.getText()) && !b.isDisabled() && shown(b)).tryQueryAs(ButtonBase.class);
    }

    /** Whether something that can be seen tells this among other words. */
    protected boolean tells(String part) {
        return robot.lookup(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains(part) && shown(l)).tryQuery().isPresent();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }
}
