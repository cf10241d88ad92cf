package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import shelfwise.pipeline.Pipeline;

/** What one finds where there is nothing yet, and how the window can look. */
class FirstSightTest extends Journey {
    private final Hand hand = new Hand();

    private boolean there(String id) {
        return robot.lookup((Node n) -> id.equals(n.getId()) && HybridJourney.seen(n)).tryQuery().isPresent();
    }

    private void empty() {
        newProject();
        write(Pipeline.empty("first"));
        go("pipelines");
        waitFor("the canvas", () -> there("canvas-hint"));
    }

    @Test void anEmptyCanvasSaysWhatToDoUntilItHasAStep() {
        empty();
        assertTrue(sees("No steps yet") && !sees("1 step"));
        press("hint-add");
        waitFor("asked", () -> there("finder-search"));
        hand.write("asset");
        hand.push(KeyCode.ENTER);
        waitFor("a step", () -> there("node-asset") && !there("canvas-hint"));
        hand.push(KeyCode.CONTROL, KeyCode.Z);
        waitFor("the hint again", () -> there("canvas-hint"));
    }

    @Test void anEmptyCanvasOffersToBeginWithATemplate() {
        empty();
        press("hint-template");
        waitFor("the wizard", () -> robot.lookup(".template-both").tryQuery().isPresent());
        rest();
        onUi(() -> hand.keys(KeyCode.ESCAPE));
    }

    @Test void theStepsToAddStandBesideAWideCanvasUnlessSomebodyPutThemAway() {
        empty();
        assertFalse(there("operator-palette"), "the window is small");
        Stage stage = (Stage) window.shell().scene().getWindow();
        onUi(() -> stage.setWidth(1920));
        waitFor("the list", () -> there("operator-palette") && !there("hint-list"));
        hand.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        waitFor("no list", () -> !there("operator-palette"));
        onUi(() -> stage.setWidth(1900));
        rest();
        assertFalse(there("operator-palette"));
        press("hint-list");
        waitFor("the list", () -> there("operator-palette"));
        onUi(() -> stage.setWidth(1280));
        rest();
        assertTrue(there("operator-palette"));
    }

    @Test void placesWithoutResultsLeadToTheTemplatesWhileThereIsNoPipelineAndElseToIt() {
        newProject();
        for (String place : List.of("lists", "similarity", "compare", "snapshots")) {
            go(place);
            pressText("New pipeline from a template");
            at("pipelines");
            waitFor("the wizard from " + place, () -> robot.lookup(".template-both").tryQuery().isPresent());
            rest();
            hand.push(KeyCode.ESCAPE);
            waitFor("the wizard to go", () -> robot.lookup(".template-both").tryQuery().isEmpty());
        }
        write(Pipeline.empty("first"));
        for (String place : List.of("lists", "similarity", "compare", "snapshots")) {
            go(place);
            pressText("Open pipelines");
            at("pipelines");
        }
    }

    @Test void highContrastIsOnInTheMenuOfLooksAndByItsKeyAndIsRemembered() {
        double line = onUi(() -> window.shell().context().orElseThrow().palette().get().line());
        hand.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        waitFor("contrast", () -> window.model().theme().get() == Theme.LIGHT_CONTRAST);
        assertEquals(2 * line, onUi(() -> window.shell().context().orElseThrow().palette().get().line()));
        hand.click(find("theme", Node.class));
        waitFor("the menu", () -> robot.lookup((Node n) -> n instanceof Labeled l && "Dark, high contrast".equals(l.getText())).tryQuery().isPresent());
        hand.click(robot.lookup((Node n) -> n instanceof Labeled l && "Dark, high contrast".equals(l.getText())).query());
        waitFor("dark", () -> window.model().theme().get() == Theme.DARK_CONTRAST);
        hand.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
        waitFor("as it is", () -> window.model().theme().get() == Theme.DARK);
    }
}
