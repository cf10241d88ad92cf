package shelfwise.ui.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.Samples;
import shelfwise.store.AssetInfo;
import shelfwise.store.Outcome;
import shelfwise.store.RunInfo;
import shelfwise.ui.Projects;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.Severity;
import shelfwise.ui.kit.StatePane;

/** Draws Home. */
public final class HomeView {
    private final HomeViewModel model;
    private final Projects projects;
    private final UiContext ui;

    @FXML private VBox page, recent;
    @FXML private Button open, create, sample;
    @FXML private StatePane state;
    @FXML private Label title;

    HomeView(HomeViewModel model, Projects projects, UiContext ui) {
        this.model = model;
        this.projects = projects;
        this.ui = ui;
    }

    @FXML private void initialize() {
        var acts = new ProjectActs(projects, ui);
        open.setGraphic(Icons.OPEN.icon());
        open.setOnAction(_ -> acts.open());
        create.setGraphic(Icons.ADD.icon());
        create.setOnAction(_ -> acts.create());
        sample.setGraphic(Icons.ASSETS.icon());
        sample.setOnAction(_ -> acts.sample());
        sample.setDisable(Samples.all().isEmpty());
        title.textProperty().bind(ui.shell().project().map(name -> name.isEmpty() ? ui.text("home.welcome") : name));
        drawRecent();
        if (model.hasProject()) {
            state.showBusy(ui.text("home.reading"));
            ui.keep(model.facts().subscribe(facts -> facts.ifPresent(f -> state.showContent(cards(f)))));
            ui.keep(model.failure().subscribe(failure -> failure.ifPresent(f -> state.showError(f, ui.messages(), () -> model.refresh(ui.jobs())))));
            takeFiles();
        } else {
            state.showContent(steps());
        }
    }

    private void drawRecent() {
        List<Path> paths = projects.recent();
        if (paths.isEmpty()) {
            var none = new Label(ui.text("home.recent.none"));
            none.getStyleClass().add("muted");
            recent.getChildren().add(none);
        }
        for (Path path : paths) {
            var link = new Hyperlink(String.valueOf(path.getFileName()), Icons.OPEN.icon());
            link.setOnAction(_ -> projects.open(path));
            link.setTooltip(new Tooltip(path.toString()));
            var where = new Label(String.valueOf(path.getParent()));
            where.getStyleClass().addAll("caption", "home-where");
            recent.getChildren().add(new VBox(link, where));
        }
    }

    /** A file dropped here is imported: the import dialogue opens in Assets. */
    private void takeFiles() {
        page.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
        });
        page.setOnDragDropped(e -> {
            e.getDragboard().getFiles().stream().findFirst().ifPresent(file -> ui.go("assets", Target.of("file", file.getPath())));
            e.setDropCompleted(true);
        });
    }

    /** What one does with Shelfwise, while no project is open. */
    private Node steps() {
        var box = new VBox();
        box.getStyleClass().addAll("card", "home-steps");
        for (String step : List.of("import", "quality", "run", "why", "show")) {
            var what = new Label(ui.text("home.step." + step));
            what.getStyleClass().add("home-step");
            var how = new Label(ui.text("home.step." + step + ".help"));
            how.getStyleClass().add("muted");
            how.setWrapText(true);
            box.getChildren().add(new VBox(4, what, how));
        }
        return box;
    }

    private Node cards(ProjectFacts facts) {
        var box = new VBox(assets(facts), run(facts), new TemplatesCard(facts.offers(), ui), results(facts), new CacheCard(facts.cache(), new CacheActs(model, ui), ui));
        box.getStyleClass().add("home-cards");
        return box;
    }

    private Node assets(ProjectFacts facts) {
        long rows = facts.assets().stream().mapToLong(a -> a.latest().rows()).sum(), rejected = facts.assets().stream().mapToLong(a -> a.latest().rejected()).sum();
        VBox card = card("home.assets", facts.assets().isEmpty() ? ui.text("home.assets.none")
                : ui.text("home.assets.some", facts.assets().size(), ui.numbers().count(rows)), "home.assets.go", () -> ui.go("assets"));
        facts.assets().stream().limit(5).forEach(a -> card.getChildren().add(line(a)));
        if (rejected > 0) card.getChildren().add(Severity.WARNING.badge(ui.text("home.rejected", ui.numbers().count(rejected))));
        return card;
    }

    private Node line(AssetInfo asset) {
        var name = new Hyperlink(asset.name());
        name.setOnAction(_ -> ui.go("quality", Target.of("asset", asset.name())));
        var facts = new Label(ui.text("home.asset", ui.text("kind." + asset.kind().name().toLowerCase(java.util.Locale.ROOT)), ui.numbers().count(asset.latest().rows()),
                ui.numbers().moment(asset.latest().created())));
        facts.getStyleClass().add("caption");
        var line = new HBox(name, facts);
        line.getStyleClass().add("line");
        return line;
    }

    private Node run(ProjectFacts facts) {
        String text = facts.run().map(this::words).orElse(facts.pipelines().isEmpty() ? ui.text("home.pipelines.none") : ui.text("home.pipelines.some", facts.pipelines().size()));
        VBox card = card("home.runs", text, "home.runs.go", () -> ui.go("pipelines"));
        facts.run().filter(r -> r.outcome() != Outcome.DONE).ifPresent(r -> card.getChildren().add(badge(r)));
        facts.best().ifPresent(b -> card.getChildren().add(new Label(ui.text("home.best", b.model(), b.k(), ui.numbers().number(b.value())))));
        return card;
    }

    private Label badge(RunInfo run) {
        return (run.outcome() == Outcome.FAILED ? Severity.ERROR : Severity.WARNING).badge(ui.text("home.outcome." + run.outcome().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private String words(RunInfo run) {
        return ui.text("home.run", run.pipeline(), ui.numbers().moment(run.started()), ui.numbers().duration(Math.round(run.seconds() * 1000)));
    }

    private Node results(ProjectFacts facts) {
        String text = facts.models().isEmpty() ? ui.text("home.results.none") : ui.text("home.results.some", facts.models().size(), facts.models());
        VBox card = card("home.results", text, "home.results.go", () -> ui.go("lists"));
        Optional<String> snapshot = facts.snapshots().stream().findFirst();
        snapshot.ifPresent(id -> {
            var link = new Hyperlink(ui.text("home.snapshot", id));
            link.setOnAction(_ -> ui.go("snapshots", Target.of("snapshot", id)));
            card.getChildren().add(link);
        });
        return card;
    }

    private VBox card(String titleKey, String text, String verbKey, Runnable act) {
        var heading = new Label(ui.text(titleKey));
        heading.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var go = new Button(ui.text(verbKey), Icons.NEXT.icon());
        go.getStyleClass().add("flat");
        go.setContentDisplay(ContentDisplay.RIGHT);
        go.setOnAction(_ -> act.run());
        var top = new HBox(heading, gap, go);
        top.getStyleClass().add("line");
        var words = new Label(text);
        words.setWrapText(true);
        var card = new VBox(top, words);
        card.getStyleClass().add("card");
        return card;
    }
}
