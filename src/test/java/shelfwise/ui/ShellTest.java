package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shelfwise.base.Jobs;
import shelfwise.base.Problem;

class ShellTest extends WindowTest {
    private final Remembered remembered = Remembered.inMemory();
    private final JobBoard jobs = new JobBoard(new Jobs(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()), Platform::runLater), InstantSource.system());
    private ShellViewModel model;
    private Shell shell;
    private List<Place> places;

    @BeforeEach void openWindow() {
        remembered.put("language", "en");
        places = ToyPlace.all();
        shell = onUi(() -> {
            model = new ShellViewModel(remembered);
            var made = new Shell(model, jobs, new NoChoosers(), remembered);
            made.open("Toy shop", places);
            return made;
        });
        show(shell.scene(), 1280, 800);
    }

    @Test void keysGoToPlacesAndEscapeGoesBack() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        waitFor("lists", () -> model.at().get().place().equals("lists"));
        robot.push(KeyCode.ESCAPE);
        waitFor("home again", () -> model.at().get().place().equals("home"));
    }

    @Test void languageSwitchesLiveAndKeepsPlaceAndWhatWasTyped() {
        robot.clickOn("#rail-lists").clickOn("#typed-lists").write("13047").clickOn("#chinese");
        waitFor("Chinese", () -> find("rail-lists", Labeled.class).getText().equals("列表"));
        assertEquals("lists", model.at().get().place());
        assertEquals("13047", find("typed-lists", TextField.class).getText());
        assertEquals(Locale.SIMPLIFIED_CHINESE, new ShellViewModel(remembered).language().get());
    }

    @Test void themeSwitchesTheColoursOfDataAndIsRemembered() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        waitFor("dark", () -> model.theme().get() == Theme.DARK);
        assertEquals(Theme.DARK, new ShellViewModel(remembered).theme().get());
    }

    @Test void paletteRunsACommandOfThePlaceShown() {
        robot.clickOn("#rail-quality").push(KeyCode.CONTROL, KeyCode.K);
        robot.write("toyq").push(KeyCode.ENTER);
        waitFor("the command ran", () -> find("typed-quality", TextField.class).getText().equals("done"));
    }

    @Test void failedJobIsToldWithWhatWhereAndCure() {
        onUi(() -> {
            jobs.start("ui.search", List.of(), _ -> {
                throw Problem.of("ui.out-of-memory", "orders.csv").asException();
            }, _ -> { });
        });
        waitFor("failed", () -> jobs.rows().getFirst().state().get() == JobRow.State.FAILED);
        robot.clickOn(".job-bar .job-line .button");
        waitFor("told where", () -> sees("orders.csv"));
        robot.push(KeyCode.ESCAPE);
        waitFor("taken away", () -> !sees("orders.csv"));
        assertFalse(model.canGoBack().get());
    }

    @Test void everyPlaceIsAskedToShowItsTarget() {
        onUi(() -> model.go("similarity", Target.of("item", "85123A")));
        assertEquals(List.of(Target.of("item", "85123A")), ((ToyPlace) places.get(5)).shown);
    }
}
