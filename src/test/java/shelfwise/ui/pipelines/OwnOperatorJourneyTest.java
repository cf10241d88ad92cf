package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

/** Steps kept as an own operator, put in again and brought up to date, with mouse and keyboard. */
class OwnOperatorJourneyTest extends WindowTest {
    @TempDir Path folder;

    private Looks.Window open(Workspace workspace) {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
            made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1600, 900);
        waitFor("the graph", () -> robot.lookup("#node-judge").tryQuery().isPresent());
        waitFor("an end of work", window.jobs()::idle);
        return window;
    }

    private Pipeline saved(Workspace workspace, Looks.Window window) {
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitFor("an end of work", window.jobs()::idle);
        return workspace.pipelines().read(ShopProject.NAME);
    }

    private boolean there(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static LinkedHashSet<String> ids(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }

    @Test void chosenStepsAreKeptAddedWhereTheyFitAndRenewedByTheKeyboard() {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            Looks.Window window = open(workspace);
            robot.clickOn("#node-purchases").push(KeyCode.SHIFT, KeyCode.DOWN);
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            waitFor("the dialogue", () -> there("#own-name") && find("own-name", TextField.class).isFocused());
            assertFalse(onUi(() -> find("offer-split-fewestEvents", CheckBox.class).isSelected()), "it has its default");
            onUi((Runnable) () -> find("offer-split-fewestEvents", CheckBox.class).setSelected(true));
            robot.write("Clean up").push(KeyCode.ENTER);
            waitFor("the group's form", () -> there("#offered-split #setting-fewestEvents"));
            assertEquals(List.of("split.fewestEvents"), workspace.own().read("Clean up").offered());

            robot.clickOn("#node-sales").push(KeyCode.A);
            waitFor("the finder", () -> there("#finder-search"));
            robot.write("Clean").push(KeyCode.ENTER);
            waitFor("the new group's form", () -> there("#offered-split-2 #setting-fewestEvents") && there("#node-Clean-up-2"));
            robot.push(KeyCode.ENTER);
            waitFor("the keyboard in its form", () -> robot.lookup("#offered-split-2 .text-field").queryAs(TextField.class).isFocused());
            robot.push(KeyCode.CONTROL, KeyCode.A).write("4").push(KeyCode.ESCAPE);
            Pipeline made = saved(workspace, window);
            Group second = made.group("Clean-up-2").orElseThrow();
            assertTrue(second.folded());
            assertTrue(made.links().contains(new Link("sales", "table", "purchases-2", "table")));
            assertTrue(new shelfwise.pipeline.NodeText(workspace.operators()).write(made.node("split-2")).contains("\"fewestEvents\": 4"));

            // another version is kept elsewhere: this one's form says so and takes it
            OwnDraft draft = OwnDraft.of(made, workspace.operators(), ids("purchases", "split"));
            workspace.own().keep(draft.own("Clean up", "for all", List.of("split.fewestEvents", "split.validation")));
            onUi((Runnable) () -> window.model().go("pipelines", shelfwise.ui.Target.of("pipeline", ShopProject.NAME)));
            waitFor("the newer one", () -> there("#own-take"));
            robot.clickOn("#own-take");
            waitFor("its other setting", () -> there("#offered-split-2 #setting-validation") && !there("#own-take"));
            Pipeline renewed = saved(workspace, window);
            assertEquals(2, renewed.group("Clean-up-2").orElseThrow().origin().orElseThrow().version());
            assertTrue(renewed.links().contains(new Link("sales", "table", "purchases-2", "table")));
            assertTrue(new shelfwise.pipeline.NodeText(workspace.operators()).write(renewed.node("split-2")).contains("\"fewestEvents\": 4"));
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            waitFor("the older one", () -> there("#own-take"));
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    @Test void thePaletteOffersItByTheMouseAndMarksWhatCannotBeRead() throws IOException {
        try (Workspace workspace = ShopProject.make(folder.resolve("shop"))) {
            OwnDraft draft = OwnDraft.of(workspace.pipelines().only(), workspace.operators(), ids("purchases", "split"));
            workspace.own().keep(draft.own("Split", "", List.of()));
            Files.writeString(workspace.folder().resolve("operators/Torn.json"), "{");
            Looks.Window window = open(workspace);
            waitFor("the palette", () -> there("#palette-own-Split") && there("#palette-own-Torn"));
            robot.doubleClickOn("#palette-own-Torn").doubleClickOn("#palette-own-Split");
            waitFor("the group", () -> there("#node-Split"));
            assertEquals(Optional.of("Split"), saved(workspace, window).group("Split").flatMap(Group::origin).map(o -> o.operator()));
            robot.drag((javafx.scene.Node) robot.lookup((javafx.scene.Node n) -> "port-Split-in-purchases-2.table".equals(n.getId())).query(), MouseButton.PRIMARY).dropTo("#node-sales");
            Pipeline linked = saved(workspace, window);
            assertTrue(linked.links().contains(new Link("sales", "table", "purchases-2", "table")), linked.links().toString());
            waitFor("an end of work", window.jobs()::idle);
        }
    }
}
