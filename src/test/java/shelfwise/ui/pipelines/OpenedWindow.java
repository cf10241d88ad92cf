package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Theme;

/** A program that opens a project with text encoders and neural models in its pipeline, shows it, and ends. */
public final class OpenedWindow {
    private OpenedWindow() { }

    public static void main(String[] args) throws InterruptedException {
        try (Workspace workspace = ShopProject.make(Path.of(args[0]))) {
            workspace.pipelines().write(EncoderJourneyTest.withEncoder(workspace));
            workspace.runs().plan(workspace.pipelines().read(ShopProject.NAME), List.of(), Progress.NONE);
            var shown = new CountDownLatch(1);
            Platform.startup(() -> {
                Looks.Window window = Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers());
                window.shell().open(workspace.name(), List.of(new PipelinesPlace(workspace)));
                var stage = new Stage();
                stage.setScene(window.shell().scene());
                stage.show();
                Platform.runLater(shown::countDown);
            });
            shown.await();
        }
        System.out.println("shown");
        System.exit(0);
    }
}
