package shelfwise.ui.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.app.template.TemplateShop;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;
import shelfwise.ui.assets.AssetsPlace;
import shelfwise.ui.home.HomePlace;
import shelfwise.ui.home.NoProjects;

/** From imported orders by the wizard to a run with lists, with the mouse and with the keyboard. */
class TemplateJourneyTest extends WindowTest {
    @TempDir Path folder;

    private Looks.Window open(Workspace workspace) {
        Looks.Window window = onUi(() -> {
            Looks.Window made = Looks.window(new Looks.Look(java.util.Locale.ENGLISH, shelfwise.ui.Theme.LIGHT), new NoChoosers());
            made.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
            return made;
        });
        show(window.shell().scene(), 1280, 800);
        return window;
    }

    private void ready() {
        waitFor("the guesses", () -> robot.lookup("#template-run").tryQuery().isPresent() && robot.lookup("#template-events-item").tryQuery().isPresent()
                && !find("template-run", Button.class).isDisabled());
    }

    private void ran(Workspace workspace, String pipeline) {
        waitFor("the run", () -> robot.lookup(".ending .metrics-grid").tryQuery().isPresent());
        assertTrue(workspace.pipelines().names().contains(pipeline));
        assertTrue(workspace.runs().list().stream().anyMatch(r -> r.pipeline().equals(pipeline)), "noted");
    }

    @Test void anEmptyProjectsOrdersBecomeListsByTheMouse() {
        try (Workspace workspace = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.Window window = open(workspace);
            waitFor("the empty state", () -> robot.lookup(".empty-state .button").tryQuery().isPresent());
            robot.clickOn(".empty-state .button");
            ready();
            assertEquals("InvoiceNo", onUi(() -> find("template-events-order", ChoiceBox.class).getValue()));
            robot.clickOn("#template-run");
            ran(workspace, "bought-together");
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    @Test void theKeyboardAloneMakesARenamedOne() {
        try (Workspace workspace = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.Window window = open(workspace);
            waitFor("the empty state", () -> robot.lookup(".empty-state .button").tryQuery().isPresent());
            robot.push(KeyCode.CONTROL, KeyCode.T);
            ready();
            robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
            waitFor("the next ones", () -> find("template-name", TextField.class).getText().equals("personalised-hybrid"));
            ready();
            onUi(() -> {
                find("template-name", TextField.class).requestFocus();
                return null;
            });
            robot.push(KeyCode.CONTROL, KeyCode.A).write("for all").push(KeyCode.ENTER);
            ran(workspace, "for all");
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    @Test void homeAndAssetsLeadToTheWizard() {
        try (Workspace workspace = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.Window window = onUi(() -> {
                Looks.Window made = Looks.window(new Looks.Look(java.util.Locale.ENGLISH, shelfwise.ui.Theme.LIGHT), new NoChoosers());
                made.shell().open(workspace.name(), List.of(new HomePlace(Optional.of(workspace), new NoProjects()), new AssetsPlace(workspace), new PipelinesPlace(workspace)));
                return made;
            });
            show(window.shell().scene(), 1280, 800);
            waitFor("the offers", () -> robot.lookup("#template-offer-next-in-session").tryQuery().isPresent());
            robot.clickOn("#template-offer-next-in-session");
            ready();
            assertEquals("next-in-session", onUi(() -> find("template-name", TextField.class).getText()));
            robot.push(KeyCode.ESCAPE);
            onUi(() -> window.model().go("assets", Target.of("asset", "orders")));
            waitFor("the table", () -> robot.lookup("#pipeline").tryQuery().isPresent() && window.jobs().idle());
            robot.push(KeyCode.CONTROL, KeyCode.T);
            ready();
            assertEquals("orders", onUi(() -> find("template-asset-events", ChoiceBox.class).getValue()));
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    @Test void escTakesTheWizardAwayWhereverTheFocusIs() {
        try (Workspace workspace = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.Window window = open(workspace);
            waitFor("the empty state", () -> robot.lookup(".empty-state .button").tryQuery().isPresent());
            for (String where : new String[] {"templates", "template-name"}) {
                robot.push(KeyCode.CONTROL, KeyCode.T);
                ready();
                onUi(() -> {
                    find(where, javafx.scene.Node.class).requestFocus();
                    return null;
                });
                robot.push(KeyCode.ESCAPE);
                waitFor("no wizard", () -> robot.lookup("#template-name").tryQuery().isEmpty());
            }
            waitFor("an end of work", window.jobs()::idle);
        }
    }

    @Test void whatTheDataLacksIsSaidAndCanBeChosen() {
        try (Workspace workspace = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.Window window = open(workspace);
            onUi(() -> {
                window.model().go("pipelines", Target.of("template", "orders"));
                return null;
            });
            ready();
            onUi(() -> {
                find("template-events-item", ChoiceBox.class).setValue("");
                return null;
            });
            waitFor("the remark", () -> robot.lookup("#template-remark").tryQuery().isPresent());
            assertTrue(onUi(() -> find("template-remark", Label.class).getText().contains("Item")));
            assertTrue(onUi(() -> find("template-run", Button.class).isDisabled()));
            onUi(() -> {
                find("template-events-item", ChoiceBox.class).setValue("StockCode");
                return null;
            });
            ready();
            waitFor("an end of work", window.jobs()::idle);
        }
    }
}
