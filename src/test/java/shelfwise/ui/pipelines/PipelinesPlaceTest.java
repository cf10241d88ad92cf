package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.app.search.Trial;
import shelfwise.pipeline.Overrides;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class PipelinesPlaceTest extends WindowTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;

    @BeforeEach void makeShop() {
        workspace = ShopProject.make(folder.resolve("shop"));
    }

    @AfterEach void close() {
        waitFor("work to end", () -> window.jobs().rows().stream().noneMatch(r -> r.state().get() == shelfwise.ui.JobRow.State.RUNNING));
        workspace.close();
    }

    private void open() {
        window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open("Shop", List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1280, 800);
    }

    private String state(String node) {
        return robot.lookup("#node-" + node + " .node-state").tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    @Test void runShowsEachNodesEndAndWhatTheModelsAreWorth() {
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.push(KeyCode.F5);
        waitFor("all done", () -> state("judge").startsWith("done") && state("top").startsWith("done"));
        assertEquals("done, 180 rows", state("orders"));
        assertEquals("done, 180 events", state("purchases"));
        waitFor("told", () -> sees("2 models were judged."));
        assertTrue(sees("Compare models") && sees("See lists"));
    }

    @Test void whatTheChosenNodeMadeIsShownAsSoonAsItRan() {
        open();
        waitFor("drawn", () -> state("sales").equals("not run yet"));
        robot.clickOn("#node-sales").push(KeyCode.F5);
        waitFor("offered", () -> sees("Open"));
        waitFor("ended", () -> sees("Compare models"));
        robot.clickOn("Open");
        waitFor("its view", () -> sees("Table: 180 rows, 4 columns"));
    }

    @Test void earlierResultsAreThereOnOpening() {
        workspace.runs().run(workspace.pipelines().read(ShopProject.NAME), shelfwise.base.Progress.NONE, _ -> { });
        open();
        waitFor("kept", () -> state("judge").startsWith("kept"));
        assertEquals("kept, 180 rows", state("orders"));
    }

    @Test void arrowsChooseAndRunGoesOnlyAsFarAsTheChosenNode() {
        open();
        waitFor("drawn", () -> state("split").equals("not run yet"));
        robot.clickOn("#node-orders").push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        waitFor("chosen", () -> find("node-split", javafx.scene.Node.class).getPseudoClassStates().stream().anyMatch(p -> p.getPseudoClassName().equals("chosen")));
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        waitFor("split done", () -> state("split").startsWith("done"));
        waitFor("ended", () -> sees("See lists") || window.jobs().rows().getFirst().state().get() == shelfwise.ui.JobRow.State.DONE);
        assertEquals("not run yet", state("popular"));
    }

    @Test void aMissingAssetIsToldAtItsNodeWithTheWayToAssets() {
        workspace.pipelines().write(ShopProject.pipeline(workspace, "sales-2012"));
        open();
        waitFor("not ready", () -> state("orders").equals("not ready"));
        robot.clickOn("#node-orders");
        waitFor("way to assets", () -> sees("Go to Assets"));
        assertEquals("not run yet", state("judge"), "nothing is skipped before a run");
        robot.push(KeyCode.F5);
        waitFor("failed", () -> state("orders").equals("failed"));
        waitFor("skipped", () -> state("judge").equals("skipped"));
        robot.clickOn("#node-judge");
        waitFor("because", () -> sees("Show that step"));
    }

    @Test void aStepThatLacksAnInputSaysWhichBeforeAnyRun() {
        var shop = workspace.pipelines().read(ShopProject.NAME);
        var lacking = shop;
        for (var link : shop.into("popular")) lacking = lacking.unlink(link);
        workspace.pipelines().write(lacking);
        open();
        waitFor("told what it lacks", () -> state("popular").equals("needs a split"));
        assertEquals("not run yet", state("judge"));
        robot.clickOn("#node-popular");
        waitFor("and how to mend it", () -> sees("The input Split (split) has no link."));
    }

    @Test void aPipelineThatCannotBeReadIsToldAndOthersCanBeChosen() throws IOException {
        Files.writeString(workspace.folder().resolve("pipelines").resolve("broken.json"), "{\"format\": 1,\n \"name\": ");
        open();
        waitFor("told", () -> sees("broken.json:2") || robot.lookup(".error-where").tryQuery().isPresent());
        onUi(() -> window.model().go("pipelines", Target.of("pipeline", ShopProject.NAME)));
        waitFor("drawn", () -> state("judge").equals("not run yet"));
    }

    @Test void withoutPipelinesItSaysWhatToDo() throws IOException {
        Files.delete(workspace.folder().resolve("pipelines").resolve(ShopProject.NAME + ".json"));
        open();
        waitFor("empty", () -> sees("No pipeline yet"));
    }

    @Test void aSettingIsCheckedAsItIsTypedUndoneAndSaved() {
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-item-knn").clickOn("#setting-neighbours .text-field").push(KeyCode.CONTROL, KeyCode.A).write("0");
        waitFor("told", () -> sees("0 is out of range. It may be 1 to 10000.") && sees("1 setting to mend"));
        assertTrue(find("run", Button.class).isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("25");
        waitFor("taken", () -> sees("not saved") && !sees("1 setting to mend"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitFor("undone", () -> !sees("not saved") && neighboursField().equals("20"));
        robot.push(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.Z);
        waitFor("redone", () -> neighboursField().equals("25"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitFor("saved", () -> !sees("not saved"));
        assertTrue(workspace.pipelines().read(ShopProject.NAME).node("item-knn").settings().toString().contains("neighbours=25"));
    }

    private String neighboursField() {
        return robot.lookup("#setting-neighbours .text-field").queryAs(TextField.class).getText();
    }

    @Test void rowsOfATableOfferTheColumnsThatComeIn() {
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-sales").clickOn("Add a row");
        waitFor("offered", () -> robot.lookup("#setting-column .combo-box").queryAs(ComboBox.class).getItems().contains("quantity"));
        robot.clickOn("#setting-column .combo-box .text-field").write("quantity");
        robot.clickOn("#setting-value .text-field").write("1");
        waitFor("set", () -> sees("not saved"));
        robot.push(KeyCode.F5);
        waitFor("saved and run", () -> state("sales").startsWith("done, "));
        assertTrue(workspace.pipelines().read(ShopProject.NAME).node("sales").settings().toString().contains("column=quantity"));
        assertEquals("done, 60 rows", state("sales"));
    }

    @Test void aRowAddedByTheKeyboardIsFilledAtOnce() {
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-sales").push(KeyCode.ENTER).push(KeyCode.SPACE);
        waitFor("in the row", () -> robot.lookup("#setting-column").tryQuery().filter(javafx.scene.Node::isFocusWithin).isPresent());
        robot.push(KeyCode.A).push(KeyCode.CONTROL, KeyCode.A);
        assertTrue(robot.lookup("#finder").tryQuery().isEmpty(), "a letter in a field is a letter");
        robot.write("quantity").push(KeyCode.ESCAPE);
        waitFor("back", () -> find("graph", javafx.scene.Node.class).isFocusWithin());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitFor("saved", () -> !sees("not saved"));
        assertTrue(workspace.pipelines().read(ShopProject.NAME).node("sales").settings().toString().contains("column=quantity"));
    }

    @Test void aColumnPickedFromTheListStaysWhenAnotherStepIsChosen() {
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-sales").clickOn("Add a row");
        waitFor("offered", () -> robot.lookup("#setting-column .combo-box").queryAs(ComboBox.class).getItems().contains("quantity"));
        onUi(() -> robot.lookup("#setting-column .combo-box").queryAs(ComboBox.class).getSelectionModel().select("quantity"));
        robot.clickOn("#node-judge");
        waitFor("gone", () -> robot.lookup("#setting-column").tryQuery().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitFor("saved", () -> !sees("not saved"));
        assertTrue(workspace.pipelines().read(ShopProject.NAME).node("sales").settings().toString().contains("column=quantity"));
    }

    @Test void aSearchFindsSettingsAndPutsTheBestIntoThePipeline() {
        workspace.pipelines().write(Overrides.apply(workspace.pipelines().only(), List.of("split.validation=true"), workspace.operators()));
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-item-knn").clickOn("#search-settings");
        waitFor("the dialogue", () -> sees("Settings to vary"));
        onUi(() -> find("range-neighbours", TextField.class).setText("2..12"));
        onUi(() -> find("search-trial-count", TextField.class).setText("3"));
        assertTrue(find("search-use", Button.class).isDisabled());
        onUi(() -> find("search-start", Button.class).fire());
        waitFor("the end", () -> !find("search-use", Button.class).isDisabled());
        TableView<?> trials = find("search-trials", TableView.class);
        assertEquals(3, trials.getItems().size());
        String best = ((Trial) trials.getItems().getFirst()).settings().get("neighbours");
        onUi(() -> find("search-charts", TabPane.class).getSelectionModel().select(1));
        waitFor("the chart", () -> robot.lookup("#search-parallels").tryQuery().isPresent());
        onUi(() -> find("search-parallels", javafx.scene.Node.class).requestFocus());
        robot.push(KeyCode.END);
        assertEquals(2, trials.getSelectionModel().getSelectedIndex());
        robot.push(KeyCode.UP);
        assertEquals(1, trials.getSelectionModel().getSelectedIndex());
        Trial second = (Trial) trials.getItems().get(1);
        String told = find("search-parallels-told", Label.class).getText();
        assertTrue(told.startsWith("Trial " + second.number() + ": Neighbours " + second.settings().get("neighbours") + ". nDCG@10 "), told);
        robot.clickOn("#search-use");
        waitFor("taken", () -> sees("not saved") && neighboursField().equals(best));
    }

    @Test void aSearchThatCannotBeJudgedIsRefusedInPlainWords() {
        workspace.pipelines().write(Overrides.apply(workspace.pipelines().only(), List.of("split.validation=false"), workspace.operators()));
        open();
        waitFor("drawn", () -> state("judge").equals("not run yet"));
        robot.clickOn("#node-item-knn").clickOn("#search-settings").clickOn("#search-start");
        waitFor("told", () -> sees("The split keeps no validation part. Settings chosen by the test part would look better than they are."));
        assertTrue(find("search-use", Button.class).isDisabled());
    }
}
