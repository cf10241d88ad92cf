package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JobStripTest extends WindowTest {
    private static final int MORE_THAN_ARE_KEPT = 40, COLLECTIONS = 50;

    @Test void aForgottenJobIsHeldByNothing() {
        Looks.Window window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("shop", ToyPlace.all()));
        show(window.shell().scene(), 1280, 800);
        WeakReference<JobRow> first = onUi(() -> new WeakReference<>(start(window)));
        waitFor("the first job", window.jobs()::idle);
        for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
            onUi(() -> start(window));
            waitFor("a job", window.jobs()::idle);
        }
        for (int i = 0; i < COLLECTIONS && first.get() != null; i++) System.gc();
        assertNull(first.get());
    }

    private static JobRow start(Looks.Window window) {
        return window.jobs().start("home.job.open", List.of("shop"), _ -> "done", _ -> { });
    }
}
