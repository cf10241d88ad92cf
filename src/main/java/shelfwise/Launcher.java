package shelfwise;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import shelfwise.app.LogFile;
import shelfwise.cli.Cli;
import shelfwise.cli.Window;
import shelfwise.model.Alone;
import shelfwise.ui.Workbench;

/**
 * Where the program starts: opens the window, or hands the call to the command line. The one class that knows both. It is no JavaFX
 * application, so that the program runs from the class path, and touches the toolkit only where there is a display.
 */
public final class Launcher {
    private static final int CANCEL_SECONDS = 10;
    private boolean opened;

    private Launcher() { }

    public static void main(String[] args) {
        LogFile.install();
        new Launcher().start(args);
    }

    /** The usual call, for the window, does without the command line: it is shown a moment sooner. */
    private void start(String[] args) {
        boolean plain = args.length == 0 || args[0].equals("open") && args.length <= 2 && !args[args.length - 1].startsWith("-");
        if (plain && open(args.length == 2 ? Optional.of(Path.of(args[1])) : Optional.empty())) return;
        int code = call(args, plain ? Window.NONE : this::open);
        if (!opened) System.exit(code);
    }

    /** Ctrl-C cancels the work under way and lets it put its things away, and libraries finish what they are loading, before the program ends. */
    private static int call(String[] args, Window window) {
        var cli = new Cli(System.out, System.err, onTerminal(), window);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cli.cancel();
            try {
                ended.await(CANCEL_SECONDS, TimeUnit.SECONDS);
                Alone.settle(TimeUnit.SECONDS.toMillis(CANCEL_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "cancel"));
        try {
            return cli.run(args);
        } finally {
            ended.countDown();
        }
    }

    /** The start script knows it of the standard error; without it, both others must be on one. */
    private static boolean onTerminal() {
        String told = System.getProperty("shelfwise.terminal");
        return told != null ? Boolean.parseBoolean(told) : System.console() != null && System.console().isTerminal();
    }

    private boolean open(Optional<Path> project) {
        if (!display()) return false;
        try {
            Workbench.launch(project);
            opened = true;
        } catch (RuntimeException | LinkageError e) { // no library of the system's toolkit, a display that does not answer
            LoggerFactory.getLogger(Launcher.class).warn("no window", e);
        }
        return opened;
    }

    /** On Linux the toolkit ends the whole program where there is no display, so it is asked for beforehand. */
    private static boolean display() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getProperty("glass.platform") != null || set("DISPLAY") || set("WAYLAND_DISPLAY");
    }

    private static boolean set(String variable) {
        return !Optional.ofNullable(System.getenv(variable)).orElse("").isBlank();
    }
}
