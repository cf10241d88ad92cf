package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shelfwise.app.Operators;
import shelfwise.app.SmallShop;
import shelfwise.model.Weights;
import shelfwise.model.factor.FitAls;
import shelfwise.pipeline.Pipeline;

/** Running, cancelling, mending and running again. */
class PipelineJourneysTest extends Journey {
    private static final List<String> ALL = List.of("orders", "purchases", "catalogue", "split", "popular", "item-knn", "user-knn", "als", "judge", "lists-item-knn");

    @BeforeEach void begin() {
        newProject();
    }

    private void toPipelines() {
        go("pipelines");
        waitFor("the pipeline drawn", () -> !state("judge").isEmpty() && window.jobs().idle());
    }

    private void setNeighbours(String value) {
        robot.clickOn("#node-item-knn");
        waitFor("the settings", () -> robot.lookup("#setting-neighbours .text-field").tryQuery().isPresent());
        robot.clickOn("#setting-neighbours .text-field").push(KeyCode.CONTROL, KeyCode.A).write(value);
        waitFor("taken", () -> sees("not saved"));
        rest();
    }

    @Test void aRunCancelledOnItsWayKeepsWhatHadEndedAndNothingHalf() {
        importOrders();
        write(slow());
        toPipelines();
        onUi(() -> cancelOnce("als"));
        robot.push(KeyCode.F5);
        waitFor("cancelled", () -> window.jobs().idle() && newestJob().state().get() == JobRow.State.CANCELLED);
        assertTrue(sees("The run was cancelled"));
        assertEquals("cancelled", state("als"));
        for (String ended : List.of("orders", "purchases", "split")) assertTrue(state(ended).equals("done") || state(ended).equals("kept"), ended + " " + state(ended));
        assertTrue(List.of("cancelled", "not run yet").contains(state("judge")), state("judge"));
        go("lists");
        assertTrue(sees("No model yet"), "a run that was cancelled leaves no models to read lists of");
        go("snapshots");
        assertTrue(sees("No snapshot yet"));
        writePipeline();
        toPipelines();
        robot.push(KeyCode.F5);
        waitFor("done", () -> window.jobs().idle() && newestJob().state().get() == JobRow.State.DONE);
        for (String step : ALL) assertTrue(List.of("done", "kept").contains(state(step)), step + " " + state(step));
        assertEquals("kept", state("split"));
        assertEquals("done", state("als"));
    }

    /** ALS takes long enough here that it can be stopped on its way, on any machine. */
    private static Pipeline slow() {
        return SmallShop.pipeline(Operators.catalogue()).set("als", new FitAls.Setup(512, 500, 0.01, false, 1, Weights.BINARY, FitAls.Solver.CHOLESKY, 3, 1, 32, 0));
    }

    /** Presses Cancel as soon as this step runs. */
    private void cancelOnce(String step) {
        Labeled state = robot.lookup("#node-" + step + " .node-state").query();
        ButtonBase cancel = find("cancel", ButtonBase.class);
        state.textProperty().addListener(new ChangeListener<>() {
            @Override public void changed(ObservableValue<? extends String> text, String before, String now) {
                if (!now.startsWith("running")) return;
                text.removeListener(this);
                cancel.fire();
            }
        });
    }

    @Test void aSettingUndoneFindsWhatWasKeptAndOneSavedRunsOnlyTheStepsBelowIt() {
        importOrders();
        writePipeline();
        toPipelines();
        robot.push(KeyCode.F5);
        waitFor("done", () -> window.jobs().idle() && newestJob().state().get() == JobRow.State.DONE);
        setNeighbours("5");
        waitFor("out of date", () -> state("item-knn").equals("out of date") && state("judge").equals("out of date") && !state("split").equals("out of date"));
        while (!find("undo", ButtonBase.class).isDisabled()) press("undo");
        waitFor("kept", () -> window.jobs().idle() && state("item-knn").equals("kept") && state("judge").equals("kept"));
        assertEquals("20", robot.lookup("#setting-neighbours .text-field").queryAs(TextField.class).getText());
        setNeighbours("1");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitFor("saved", () -> window.jobs().idle() && !sees("not saved"));
        robot.push(KeyCode.F5);
        waitFor("done again", () -> window.jobs().idle() && newestJob().key().equals("pipelines.job.run") && newestJob().state().get() == JobRow.State.DONE);
        for (String step : ALL) {
            assertEquals(List.of("item-knn", "judge", "lists-item-knn").contains(step) ? "done" : "kept", state(step), step);
        }
    }

    @Test void aStepWithoutItsTableTellsTheCureLeadsToAssetsAndRunsOnceTheTableIsThere() {
        writePipeline();
        toPipelines();
        robot.push(KeyCode.F5);
        waitFor("the end", () -> window.jobs().idle() && newestJob().state().get() == JobRow.State.INCOMPLETE);
        assertTrue(sees("1 step failed"), "the strip tells that it is not done");
        assertEquals("failed", state("orders"));
        assertEquals("skipped", state("judge"));
        robot.clickOn("#node-orders");
        waitFor("the cure", () -> robot.lookup(".error-cure").tryQueryAs(Labeled.class).filter(l -> !l.getText().isBlank()).isPresent());
        pressText("Go to Assets");
        at("assets");
        importOrders();
        assertEquals(1, find("list", ListView.class).getItems().size());
        toPipelines();
        robot.push(KeyCode.F5);
        waitFor("done", () -> window.jobs().idle() && newestJob().state().get() == JobRow.State.DONE);
        for (String step : ALL) assertEquals("done", state(step), step);
    }
}
