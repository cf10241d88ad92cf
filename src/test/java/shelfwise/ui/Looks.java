package shelfwise.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import shelfwise.base.Jobs;
import shelfwise.base.Messages;

/** Every way the window can look: both languages, each theme, a small and a large window. */
public final class Looks {
    public record Size(int width, int height) {
        static Size of(String text) {
            String[] sides = text.split("x");
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
    }

    /** The windows to look at, or those that {@code -Dshelfwise.sizes=1024x700,1600x1000} lists. */
    public static final List<Size> SIZES = Stream.of(System.getProperty("shelfwise.sizes", "1280x800,1920x1080").split(",")).map(Size::of).toList();

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
        var jobs = new JobBoard(new Jobs(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()), Platform::runLater), InstantSource.system());
        var model = new ShellViewModel(remembered);
        return new Window(new Shell(model, jobs, choosers, remembered), model, jobs);
    }

    /** A window in this look that shows places of a project; call on the UI thread. */
    public static Window open(Look look, String project, List<? extends Place> places) {
        Window made = window(look, new NoChoosers());
        made.shell().open(project, List.copyOf(places));
        return made;
    }
}
