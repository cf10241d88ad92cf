package shelfwise.ui.lists;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.SearchField;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.lists.ListsViewModel.Subject;

/** The frame of the place: whose list, by which model, how long; below it what was found. */
final class ListsView {
    private static final List<Integer> LENGTHS = List.of(5, 10, 20, 50, 100);
    private final ListsViewModel model;
    private final WayToResults way;
    private final ModelExport exporting;
    private final UiContext ui;
    private final StatePane body = new StatePane();
    private final ListPanes panes;
    private final SearchField search;
    private final ModelBox models, seconds;

    @FXML private HBox bar, choices, searchBox, steps, modelBox, secondBox;
    @FXML private ToggleButton users, items, historyShown, whyShown;
    @FXML private Button previous, next, any, similarity, export;
    @FXML private Label besideLabel;
    @FXML private ChoiceBox<Integer> rows;
    @FXML private CheckBox exclude;
    @FXML private VBox ground;

    ListsView(ListsViewModel model, WayToResults way, ModelExport exporting, UiContext ui) {
        this.model = model;
        this.way = way;
        this.exporting = exporting;
        this.ui = ui;
        panes = new ListPanes(ui, model);
        search = new SearchField("");
        search.setId("lists-search");
        models = new ModelBox(ui.messages(), "");
        models.setId("lists-model");
        seconds = new ModelBox(ui.messages(), ui.text("lists.beside.none"));
        seconds.setId("lists-second");
    }

    @FXML private void initialize() {
        search.setAccessibleText(ui.text("lists.search"));
        models.setAccessibleText(ui.text("lists.model"));
        seconds.setAccessibleText(ui.text("lists.second"));
        searchBox.getChildren().add(search);
        modelBox.getChildren().add(models);
        secondBox.getChildren().add(seconds);
        ground.getChildren().add(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        subject();
        searching();
        historyShown.selectedProperty().bindBidirectional(panes.leftShown);
        whyShown.selectedProperty().bindBidirectional(panes.whyShown);
        icon(previous, Icons.PREVIOUS, "lists.previous", () -> model.stepUser(-1));
        icon(next, Icons.NEXT, "lists.next", () -> model.stepUser(1));
        icon(any, Icons.RANDOM, "lists.any", this::anyUser);
        icon(export, Icons.EXPORT, "lists.export", this::exportModel);
        similarity.setGraphic(Icons.SIMILARITY.icon());
        similarity.setOnAction(_ -> goSimilarity());
        rows.getItems().setAll(LENGTHS);
        rows.setValue(model.n.get());
        rows.valueProperty().subscribe(v -> model.n.set(v));
        exclude.setSelected(model.excludeSeen.get());
        exclude.selectedProperty().subscribe(v -> model.excludeSeen.set(v));
        models.onChoose(m -> {
            if (m != null) model.chooseModel(m);
        });
        seconds.onChoose(model::chooseSecond);
        ui.keep(model.model.subscribe(m -> models.show(model.all, m)));
        ui.keep(model.second.subscribe(m -> seconds.show(model.all, m)));
        ui.keep(model.all.subscribe(() -> {
            models.show(model.all, model.model.get());
            seconds.show(model.all, model.second.get());
        }));
        ui.keep(model.shown().subscribe(this::show));
        ui.keep(model.why().subscribe(panes::show));
        ui.keep(model.excludeSeen.subscribe(v -> exclude.setSelected(v)));
    }

    private void subject() {
        users.setOnAction(_ -> choose(Subject.USER));
        items.setOnAction(_ -> choose(Subject.ITEM));
        ui.keep(model.subject.subscribe(s -> {
            boolean user = s == Subject.USER;
            users.setSelected(user);
            items.setSelected(!user);
            for (Node n : List.of(steps, similarity, besideLabel, secondBox, exclude)) {
                n.setVisible(user);
                n.setManaged(user);
            }
            historyShown.setText(ui.text(user ? "lists.pane.history" : "lists.of.item"));
            search.setPromptText(ui.text(user ? "lists.search.user" : "lists.search.item"));
        }));
    }

    private void choose(Subject subject) {
        users.setSelected(subject == Subject.USER);
        items.setSelected(subject == Subject.ITEM);
        model.chooseSubject(subject);
    }

    private void searching() {
        search.onSearch(words -> model.find(words, found -> search.suggest(words, found.stream()
                .map(h -> new SearchField.Hit(h.id(), h.name(), h.name().equals(h.id()) ? "" : h.id() + "  ·  " + ui.text("lists.users", h.users()))).toList())));
        search.onChoose(id -> {
            if (model.subject.get() == Subject.USER) model.chooseUser(id);
            else model.chooseItem(id);
        });
    }

    private void icon(ButtonBase button, Icons icon, String key, Runnable act) {
        button.setGraphic(icon.icon());
        button.setTooltip(new Tooltip(ui.text(key)));
        button.setAccessibleText(ui.text(key));
        button.setOnAction(_ -> act.run());
    }

    void anyUser() {
        model.anyUser(ThreadLocalRandom.current().nextDouble());
    }

    void goSimilarity() {
        if (model.model.get() != null) ui.go("similarity", Target.of("model", model.model.get().name(), "user", model.user.get()));
    }

    void exportModel() {
        if (model.model.get() != null) exporting.ask(model.model.get().name());
    }

    void foldHistory() {
        panes.leftShown.set(!panes.leftShown.get());
    }

    void foldWhy() {
        panes.whyShown.set(!panes.whyShown.get());
    }

    void focusSearch() {
        search.requestFocus();
    }

    private void show(Shown shown) {
        boolean some = !(shown instanceof Shown.NoModel || shown instanceof Shown.Nothing);
        bar.getChildren().stream().skip(1).forEach(n -> n.setDisable(!some));
        choices.setVisible(some);
        choices.setManaged(some);
        switch (shown) {
            case Shown.Nothing _ -> body.showBusy(ui.text("lists.busy.models"));
            case Shown.NoModel n -> body.showEmpty(way.from(new EmptyState(Icons.LISTS, ui.text(n.cleared() ? "lists.cleared.title" : "lists.empty.title"), ui.text(n.cleared() ? "lists.cleared" : "lists.empty"))));
            case Shown.Busy b -> body.showBusy(ui.text("lists.busy", b.model()));
            case Shown.Failed f -> body.showError(f.cause(), ui.messages(), model::load);
            case Shown.OfUser u -> {
                search.show(u.list().user());
                panes.show(u);
                body.showContent(panes);
            }
            case Shown.OfItem i -> {
                search.show(i.item().label());
                panes.show(i);
                body.showContent(panes);
            }
        }
    }
}
