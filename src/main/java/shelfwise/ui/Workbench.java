package shelfwise.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.ui.home.HomePlace;

/** Opens projects in the window, one at a time, and closes them when no work is under way. On the UI thread. */
public final class Workbench implements Projects {
    private final Shell shell;
    private final JobBoard jobs;
    private final RecentProjects recent;
    private @Nullable Workspace open;
    /** Opened, not shown yet: work on the one before is still ending. */
    private @Nullable Workspace arriving;

    public Workbench(Shell shell, JobBoard jobs, Remembered remembered) {
        this.shell = shell;
        this.jobs = jobs;
        recent = new RecentProjects(remembered);
    }

    /** Opens the window, on a project if one is named. @throws UnsupportedOperationException if there is no display */
    public static void launch(Optional<Path> project) {
        Desktop.launch(window -> {
            var workbench = new Workbench(window.shell(), window.jobs(), window.remembered());
            workbench.start();
            project.ifPresent(folder -> Platform.runLater(() -> workbench.open(folder))); // once the window is shown: both at a time are slower
            window.stage().setOnCloseRequest(event -> {
                event.consume();
                workbench.close(() -> {
                    Platform.setImplicitExit(false); // what goes on ends the program once it is done
                    window.stage().hide();
                }, () -> {
                    window.stage().hide();
                    Platform.exit();
                });
            });
        });
    }

    /** Shows the window without a project. */
    public void start() {
        shell.open("", List.of(new HomePlace(Optional.empty(), this)));
    }

    @Override public List<Path> recent() {
        return recent.list();
    }

    @Override public void open(Path folder) {
        change(folder, Workspace::open);
    }

    @Override public void create(Path folder) {
        change(folder, Workspace::create);
    }

    private void change(Path folder, Function<Path, Workspace> how) {
        if (open != null && open.folder().equals(folder.toAbsolutePath().normalize())) return;
        askThen("home.stop.open", () -> jobs.stopAll(() -> {
            closeLater(takeArriving());
            opening(folder, how, this::arrived);
        }), () -> opening(folder, how, this::arrivedBeside));
    }

    private void opening(Path folder, Function<Path, Workspace> how, Consumer<Workspace> then) {
        jobs.start("home.job.open", List.of(String.valueOf(folder.getFileName())), _ -> how.apply(folder), event -> {
            if (event instanceof JobEvent.Done<Workspace> done) then.accept(done.result());
            if (event instanceof JobEvent.Failed<Workspace> failed) shell.tell(failed.cause());
        });
    }

    /** The work of the project shown till now goes on; once it has ended, that is closed. */
    private void arrivedBeside(Workspace workspace) {
        if (jobs.stopping()) {
            arrived(workspace);
            return;
        }
        Optional<Workspace> before = Optional.ofNullable(open);
        show(workspace);
        jobs.afterPresent(() -> closeLater(before));
    }

    /** The project shown till now may have got new work meanwhile: that ends first. */
    private void arrived(Workspace workspace) {
        arriving = workspace;
        if (jobs.stopping()) return; // the window is being closed, or yet another project was asked for
        jobs.stopAll(() -> {
            Workspace before = open;
            takeArriving().ifPresent(this::show);
            closeLater(Optional.ofNullable(before)); // nothing shown can reach it any more
        });
    }

    private Optional<Workspace> takeArriving() {
        Optional<Workspace> taken = Optional.ofNullable(arriving);
        arriving = null;
        return taken;
    }

    private void closeLater(Optional<Workspace> workspace) {
        workspace.ifPresent(w -> jobs.<Boolean>quietly(_ -> {
            w.close();
            return true;
        }, event -> {
            if (event instanceof JobEvent.Failed<Boolean> failed) shell.tell(failed.cause());
        }));
    }

    private void show(Workspace workspace) {
        open = workspace;
        recent.add(workspace.folder());
        shell.open(workspace.name(), Places.of(workspace, this));
        if (!Samples.toImport(workspace)) return;
        jobs.start("home.job.sample", List.of(workspace.name()), progress -> Samples.importMissing(workspace, progress), event -> {
            if (event instanceof JobEvent.Done<?>) shell.refresh();
            if (event instanceof JobEvent.Failed<?> failed) shell.tell(failed.cause());
        });
    }

    /**
     * Closes the project and runs {@code end}; asks first whether work that is under way is stopped or goes on.
     *
     * @param hide hides the window while work goes on, after which {@code end} is run
     */
    public void close(Runnable hide, Runnable end) {
        Runnable last = () -> {
            Workspace before = open;
            open = null;
            takeArriving().ifPresent(Workspace::close);
            if (before != null) before.close();
            end.run();
        };
        askThen("home.stop.close", () -> jobs.stopAll(last), () -> {
            hide.run();
            jobs.afterPresent(() -> jobs.stopAll(last)); // what the work's end began, such as looking again, is for nobody any more
        });
    }

    /** @param onward lets work that is under way go on */
    private void askThen(String question, Runnable act, Runnable onward) {
        Optional<UiContext> ui = shell.context();
        ui.filter(_ -> jobs.busy()).ifPresentOrElse(u -> u.confirm(u.text(question), u.text("home.stop"), act, u.text("home.stop.onward"), onward), act);
    }
}
