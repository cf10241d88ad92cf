package shelfwise.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A test with a window. The toolkit starts once, without a display; whatever is thrown on the UI thread and not caught fails the test
 * during which it was thrown. Nothing sleeps: {@link #waitFor} waits for a condition.
 */
public abstract class WindowTest {
    private static final int SECONDS = 60;
    private static final List<Throwable> NOT_CAUGHT = new CopyOnWriteArrayList<>();
    protected final FxRobot robot = new FxRobot();

    @BeforeAll static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        onUi(() -> {
            Fonts.load();
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> {
                if (!isOfTheDisplay(e)) NOT_CAUGHT.add(e);
            });
            return true;
        });
    }

    /**
     * The headless display is 1000 x 1000: showing a window on it that is not wholly within fails there, harmlessly, after our drawing. That is
     * as well, for it copies each pixel by itself, which takes most of a test's time: {@link #show} puts windows a line above its upper edge.
     */
    private static boolean isOfTheDisplay(Throwable e) {
        return Arrays.stream(e.getStackTrace()).anyMatch(f -> f.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow") && f.getMethodName().equals("blit"));
    }

    @BeforeEach void forgetEarlierExceptions() {
        NOT_CAUGHT.clear();
    }

    @AfterEach void closeWindowsAndTellExceptions() {
        onUi(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.clearExceptions();
        if (!NOT_CAUGHT.isEmpty()) throw new AssertionError("thrown on the UI thread: " + NOT_CAUGHT.getFirst(), NOT_CAUGHT.getFirst());
    }

    /** Shows {@code scene} in a window of this size and waits until it is laid out. */
    protected static Stage show(Scene scene, double width, double height) {
        Stage stage = onUi(() -> {
            var made = new Stage();
            made.setScene(scene);
            made.setWidth(width);
            made.setHeight(height);
            made.setX(0);
            made.setY(-1);
            made.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return stage;
    }

    /** Runs {@code work} on the UI thread and gives its result; what it throws is thrown here. */
    protected static <T> T onUi(Callable<T> work) {
        var answer = new CompletableFuture<T>();
        Runnable asked = () -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        };
        if (Platform.isFxApplicationThread()) asked.run(); // within a condition that is waited for
        else Platform.runLater(asked);
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the UI thread did not answer", e);
        }
    }

    protected static void onUi(Runnable work) {
        onUi(() -> {
            work.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until {@code holds}, asked on the UI thread. @throws AssertionError after 30 seconds */
    protected static void waitFor(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onUi(holds::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The node with this id in any window. */
    protected <T extends Node> T find(String id, Class<T> type) {
        return type.cast(robot.lookup("#" + id).query());
    }

    /** Presses the button with these words; on the UI thread. */
    protected final void pressButton(String words) {
        robot.lookup(n -> n instanceof javafx.scene.control.Button b && words.equals(b.getText())).queryButton().fire();
    }

    /** Whether a label, button or the like that can be seen has exactly this text. */
    protected boolean sees(String text) {
        return robot.lookup(n -> n instanceof Labeled l && text.equals(l.getText()) && visible(n)).tryQuery().isPresent();
    }

    /** Texts of labels, buttons and the like within this node that are shown with … at their end. */
    protected List<String> cutWords(String within) {
        return robot.lookup(within + " *").queryAll().stream().filter(n -> n instanceof Labeled l && visible(l) && cut(l)).map(n -> ((Labeled) n).getText()).toList();
    }

    private static boolean cut(Labeled l) {
        if (l.getText() == null || l.getText().isEmpty() || l.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) return false;
        return l.lookup(".text") instanceof Text t && !t.getText().equals(l.getText());
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }

    /** A picture of the scene as {@code target/screenshots/NAME.png}. */
    protected static Path snapshot(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(onUi(() -> scene.snapshot(null)), name);
    }

    protected static Path snapshot(Node node, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return write(onUi(() -> node.snapshot(null, null)), name);
    }

    private static Path write(WritableImage image, String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
