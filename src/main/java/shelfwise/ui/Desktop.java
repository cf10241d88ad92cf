package shelfwise.ui;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import shelfwise.base.Jobs;

/** Opens the window. Not a JavaFX {@code Application}, so that it runs from the class path and gets what it needs by arguments. */
public final class Desktop {
    private Desktop() { }

    /** What whoever fills the window is given. */
    public record Window(Stage stage, Shell shell, ShellViewModel model, JobBoard jobs, Remembered remembered) { }

    /**
     * Starts the toolkit and shows the window; returns once it is starting. The program ends when the window is closed.
     *
     * @param fill called on the UI thread: makes the places and calls {@link Shell#open}
     * @throws UnsupportedOperationException if there is no display
     */
    public static void launch(Consumer<Window> fill) {
        var fonts = new CompletableFuture<@Nullable Void>();
        Platform.startup(() -> show(fill, fonts));
        try {
            Fonts.load(); // 8 MB, read while the UI thread builds the window
        } finally {
            fonts.complete(null);
        }
    }

    private static void show(Consumer<Window> fill, CompletableFuture<@Nullable Void> fonts) {
        var remembered = new RememberedFile(RememberedFile.usual());
        var stage = new Stage();
        var model = new ShellViewModel(remembered);
        var workers = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 1).factory());
        var jobs = new JobBoard(new Jobs(workers, Platform::runLater), InstantSource.system());
        var shell = new Shell(model, jobs, new WindowChoosers(stage, remembered), remembered);
        fill.accept(new Window(stage, shell, model, jobs, remembered));
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> {
            LoggerFactory.getLogger(Desktop.class).error("not caught on the UI thread", e);
            shell.tell(e);
        });
        stage.setTitle("Shelfwise");
        stage.setScene(shell.scene());
        stage.setMinWidth(Shell.MIN_WIDTH);
        stage.setMinHeight(Shell.MIN_HEIGHT);
        fonts.join(); // texts are measured from here on
        stage.show();
    }
}
