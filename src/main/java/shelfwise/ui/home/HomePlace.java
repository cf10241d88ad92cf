package shelfwise.ui.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Place;
import shelfwise.ui.Projects;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** Home: open, make or try a project, and how the open one stands. */
public final class HomePlace implements Place {
    private final HomeViewModel model;
    private final Projects projects;
    private @Nullable JobBoard jobs;

    /** @param workspace the open project; empty while none is */
    public HomePlace(Optional<Workspace> workspace, Projects projects) {
        model = new HomeViewModel(workspace);
        this.projects = projects;
    }

    @Override public String id() {
        return "home";
    }

    @Override public Icons icon() {
        return Icons.HOME;
    }

    @Override public Node view(UiContext ui) {
        jobs = ui.jobs();
        return ui.load("home", new HomeView(model, projects, ui));
    }

    @Override public void shown(Target target) {
        if (jobs != null) model.refresh(jobs);
    }

    @Override public List<Command> commands(UiContext ui) {
        var acts = new ProjectActs(projects, ui);
        var cache = new CacheActs(model, ui);
        return Stream.concat(acts(acts, ui), model.hasProject() ? Stream.concat(Stream.of(ofTemplate(ui)), cache.commands()) : Stream.empty()).toList();
    }

    private static Command ofTemplate(UiContext ui) {
        return Command.of(ui.text("templates.open"), Icons.PIPELINES, "Shortcut+T", () -> TemplatesCard.open(ui, ""));
    }

    private static Stream<Command> acts(ProjectActs acts, UiContext ui) {
        return Stream.of(Command.of(ui.text("home.open"), Icons.OPEN, "Shortcut+O", acts::open),
                Command.of(ui.text("home.new"), Icons.ADD, "Shortcut+N", acts::create),
                Command.of(ui.text("home.sample"), Icons.ASSETS, "Shortcut+Shift+S", acts::sample));
    }
}
