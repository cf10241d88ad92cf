package shelfwise.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import shelfwise.base.Jobs;
import shelfwise.base.Messages;

/** Every way the window can look: both languages, both themes, a small and a large window. */
public final class Looks {
    public record Size(int width, int height) { }

    public static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    /** A look and its name, such as {@code zh-dark}. */
    public record Look(Locale language, Theme theme) {
        public String name() {
            return language.getLanguage() + "-" + theme.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A window with its places, on the UI thread's job board. */
    public record Window(Shell shell, ShellViewModel model, JobBoard jobs) { }

    private Looks() { }

    /** All looks, or those whose names {@code -Dshelfwise.looks=en-light,zh-dark_contrast} lists. */
    public static void each(Consumer<Look> act) {
        List<String> wanted = List.of(System.getProperty("shelfwise.looks", "").split(","));
        for (Locale language : Messages.LANGUAGES) {
            for (Theme theme : Theme.values()) {
                var look = new Look(language, theme);
                if (wanted.equals(List.of("")) || wanted.contains(look.name())) act.accept(look);
            }
        }
    }

    /** A window in this look; call on the UI thread. */
    public static Window window(Look look, Choosers choosers) {
        var remembered = Remembered.inMemory();
        remembered.put("language", look.language().toLanguageTag());
        remembered.put("theme", look.theme().name());
        var jobs = new JobBoard(new Jobs(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater), InstantSource.system());
        var model = new ShellViewModel(remembered);
        return new Window(new Shell(model, jobs, choosers, remembered), model, jobs);
    }
}
