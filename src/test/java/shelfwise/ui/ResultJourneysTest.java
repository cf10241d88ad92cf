package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.app.SmallShop;
import shelfwise.ui.choice.ModelBox;

/** From trained models to what is handed on. */
class ResultJourneysTest extends Journey {
    @TempDir static Path trainedIn;

    @BeforeAll static void train() {
        SmallShop.trained(trainedIn.resolve("shop")).close();
    }

    @BeforeEach void begin() {
        openProject(trainedIn.resolve("shop"));
    }

    private void chooseCustomer(String id) {
        robot.clickOn("#lists-search").push(KeyCode.CONTROL, KeyCode.A).write(id).push(KeyCode.ENTER);
        waitFor("the list of " + id, () -> window.jobs().idle() && sees("History of " + id));
    }

    private void chooseModel(String name) {
        ModelBox box = find("lists-model", ModelBox.class);
        onUi(() -> box.setValue(box.getItems().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow()));
        rest();
    }

    private void looksAt(String model, String customer) {
        waitFor("the same model and customer", () -> window.jobs().idle() && find("lists-search", TextField.class).getText().equals(customer)
                && find("lists-model", ModelBox.class).getValue().name().equals(model));
    }

    @Test void whyLeadsToSimilarityAndBackWithModelAndCustomerKept() {
        go("lists", Target.of("model", "item-knn", "user", "c00"));
        chooseCustomer("c05");
        chooseModel("user-knn");
        waitFor("the reasons", () -> robot.lookup("#lists-reasons").tryQuery().isPresent());
        onUi(() -> robot.lookup(".lists-why-body .hyperlink").lookup("Show similarity matrix").queryAs(ButtonBase.class).fire());
        at("similarity");
        waitFor("the matrix", () -> robot.lookup("#similarity-search").tryQueryAs(TextField.class).filter(f -> f.getText().equals("c05")).isPresent());
        assertEquals("user-knn", find("similarity-model", ModelBox.class).getValue().name());
        press("back");
        at("lists");
        looksAt("user-knn", "c05");
    }

    @Test void anUnknownCustomerGetsAListThatSaysItIsAFallback() {
        go("lists", Target.of("model", "item-knn", "user", "c00"));
        chooseCustomer("nobody");
        assertTrue(sees("The model does not know this customer, so the list shows what sells best."));
        assertFalse(find("lists-list", TableView.class).getItems().isEmpty());
        go("similarity");
        assertFalse(tells("This did not work"));
        press("back");
        at("lists");
        looksAt("item-knn", "nobody");
    }

    @Test void aSnapshotIsExportedInThreeFormsAndDeletedOnlyAfterTheLossWasTold() throws IOException {
        go("snapshots");
        waitFor("the snapshot", () -> robot.lookup("#ids").tryQueryAs(ChoiceBox.class).filter(b -> b.getValue() != null).isPresent());
        String id = (String) find("ids", ChoiceBox.class).getValue();
        for (String form : new String[] {"csv", "json", "html"}) {
            Path file = folder.resolve(id + "." + form);
            onUi(() -> export(form).fire());
            waitFor("the file", () -> window.jobs().idle() && Files.exists(file));
            String text = Files.readString(file);
            assertTrue(text.contains("item-knn") && text.contains("c05"), form);
        }
        press("delete");
        waitFor("the question", () -> tells("Delete " + id + " with its 24 lists? This can't be undone"));
        pressText("Keep it");
        waitFor("kept", () -> !tells("This can't be undone"));
        assertEquals(id, find("ids", ChoiceBox.class).getValue());
        press("delete");
        waitFor("the question again", () -> tells("This can't be undone"));
        onUi(() -> robot.lookup(".danger").queryAs(ButtonBase.class).fire());
        waitFor("none", () -> sees("No snapshot yet"));
        go("home");
        waitFor("the results", () -> sees("Results"));
        assertFalse(tells("Latest snapshot"), "Home names it no more");
    }

    private MenuItem export(String form) {
        return find("export", MenuButton.class).getItems().stream().filter(i -> i.getId().equals("export-" + form)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked") @Test void anotherLanguageAndThemeInTheMiddleKeepAllThatWasChosen() {
        go("lists", Target.of("model", "item-knn", "user", "c00"));
        chooseCustomer("c05");
        chooseModel("als");
        onUi(() -> ((ChoiceBox<Integer>) find("rows", ChoiceBox.class)).setValue(5));
        rest();
        press("chinese");
        waitFor("Chinese", () -> sees("用户 c05 的历史"));
        looksAt("als", "c05");
        assertEquals(5, find("rows", ChoiceBox.class).getValue());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        waitFor("dark", () -> window.model().theme().get() == Theme.DARK);
        looksAt("als", "c05");
        press("english");
        waitFor("English", () -> sees("History of c05"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        looksAt("als", "c05");
        assertEquals("lists", window.model().at().get().place());
    }

    @Test void theModelChosenForAProductStaysInAnotherLanguage() {
        go("lists", Target.of("model", "item-knn", "user", "c00"));
        press("items");
        rest();
        chooseModel("als");
        press("chinese");
        rest();
        assertEquals("als", find("lists-model", ModelBox.class).getValue().name());
        assertTrue(find("items", ToggleButton.class).isSelected());
    }

    @Test void thePaletteFindsAnActOfThePlaceAndOneOfTheWindow() {
        go("lists", Target.of("model", "item-knn", "user", "c00"));
        robot.push(KeyCode.CONTROL, KeyCode.K).write("show lists of als").push(KeyCode.ENTER);
        looksAt("als", "c00");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("go to compare").push(KeyCode.ENTER);
        at("compare");
        waitFor("the metrics", () -> sees("nDCG"));
    }

    @Test void aProjectIsLeftForAnotherAndOpenedAgainByTheRecentList() {
        Workspace.create(folder.resolve("other")).close();
        openProject(folder.resolve("other"));
        go("home");
        waitFor("the recent list", () -> sees("shop"));
        pressText("shop");
        waitFor("the first", () -> window.jobs().idle() && window.model().project().get().equals("shop"));
        go("lists");
        looksAt("item-knn", find("lists-search", TextField.class).getText());
    }

    @Test void aJobThatFailedStaysInTheStripWithItsDetails() {
        onUi(() -> workbench.open(folder));
        waitFor("the error", () -> sees("This did not work"));
        robot.push(KeyCode.ESCAPE);
        waitFor("the error gone", () -> !sees("This did not work"));
        go("compare");
        assertTrue(sees("failed"));
        pressText("Details");
        waitFor("the error again", () -> sees("This did not work"));
        assertEquals("shop", window.model().project().get());
    }
}
