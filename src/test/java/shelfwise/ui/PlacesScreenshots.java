package shelfwise.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import shelfwise.base.Jobs;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.ui.kit.Gallery;

/** Every place in both themes, both languages and two sizes, into {@code target/screenshots}; run by {@code mvn -Pscreenshots verify}. */
class PlacesScreenshots extends WindowTest {
    private record Size(int width, int height) { }

    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    /** The controls of the kit on one page. */
    @Test void gallery() {
        eachLook((language, theme, look) -> {
            Shell shell = shell(language, theme, List.of(new Gallery()), "Toy shop");
            inEachSize(shell, size -> snapshot(shell.scene(), "kit-" + size.width() + "-" + look));
        });
    }

    @Test void frameWithItsFloats() {
        eachLook((language, theme, look) -> {
            Shell shell = shell(language, theme, ToyPlace.all(), "Toy shop");
            inEachSize(shell, size -> {
                snapshot(shell.scene(), "frame-" + size.width() + "-" + look);
                robot.push(KeyCode.CONTROL, KeyCode.K);
                snapshot(shell.scene(), "frame-palette-" + size.width() + "-" + look);
                robot.push(KeyCode.ESCAPE);
                robot.push(KeyCode.F1);
                snapshot(shell.scene(), "frame-help-" + size.width() + "-" + look);
                robot.push(KeyCode.ESCAPE);
                onUi(() -> shell.tell(Problem.of("ui.out-of-memory", "orders.csv: 17").asException()));
                snapshot(shell.scene(), "frame-error-" + size.width() + "-" + look);
                robot.push(KeyCode.ESCAPE);
            });
        });
    }

    private interface Look {
        void each(Locale language, Theme theme, String name);
    }

    private static void eachLook(Look look) {
        for (Locale language : Messages.LANGUAGES) {
            for (Theme theme : Theme.values()) look.each(language, theme, language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Shell shell(Locale language, Theme theme, List<Place> places, String project) {
        return onUi(() -> {
            var remembered = Remembered.inMemory();
            remembered.put("language", language.toLanguageTag());
            remembered.put("theme", theme.name());
            var jobs = new JobBoard(new Jobs(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater), InstantSource.system());
            var made = new Shell(new ShellViewModel(remembered), jobs, new NoChoosers(), remembered);
            made.open(project, places);
            return made;
        });
    }

    private static void inEachSize(Shell shell, Consumer<Size> picture) {
        for (Size size : SIZES) {
            Stage stage = show(shell.scene(), size.width(), size.height());
            WaitForAsyncUtils.waitForFxEvents();
            picture.accept(size);
            onUi((Runnable) stage::hide);
        }
    }
}
