package shelfwise.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import shelfwise.base.Problem;
import shelfwise.ui.kit.Gallery;

/** The frame, what floats over it and the kit, in every look, into {@code target/screenshots}; run by {@code mvn -Pscreenshots verify}. */
class FrameScreenshots extends WindowTest {
    /** The controls of the kit on one page. */
    @Test void gallery() {
        Looks.each(look -> {
            Shell shell = shell(look, List.of(new Gallery()), "Toy shop");
            inEachSize(shell, size -> snapshot(shell.scene(), "kit-" + size.width() + "-" + look.name()));
        });
    }

    @Test void frameWithItsFloats() {
        Looks.each(look -> {
            Shell shell = shell(look, ToyPlace.all(), "Toy shop");
            inEachSize(shell, size -> {
                snapshot(shell.scene(), "frame-" + size.width() + "-" + look.name());
                robot.push(KeyCode.CONTROL, KeyCode.K);
                snapshot(shell.scene(), "frame-palette-" + size.width() + "-" + look.name());
                robot.push(KeyCode.ESCAPE);
                robot.push(KeyCode.F1);
                snapshot(shell.scene(), "frame-help-" + size.width() + "-" + look.name());
                robot.push(KeyCode.ESCAPE);
                onUi(() -> shell.tell(Problem.of("ui.out-of-memory", "orders.csv: 17").asException()));
                snapshot(shell.scene(), "frame-error-" + size.width() + "-" + look.name());
                robot.push(KeyCode.ESCAPE);
            });
        });
    }

    private static Shell shell(Looks.Look look, List<Place> places, String project) {
        return onUi(() -> {
            Shell made = Looks.window(look, new NoChoosers()).shell();
            made.open(project, places);
            return made;
        });
    }

    private static void inEachSize(Shell shell, Consumer<Looks.Size> picture) {
        for (Looks.Size size : Looks.SIZES) {
            Stage stage = show(shell.scene(), size.width(), size.height());
            WaitForAsyncUtils.waitForFxEvents();
            picture.accept(size);
            onUi((Runnable) stage::hide);
        }
    }
}
