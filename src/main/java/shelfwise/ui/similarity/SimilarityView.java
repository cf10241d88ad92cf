package shelfwise.ui.similarity;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import shelfwise.inspect.Measure;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelBox;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.SearchField;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.kit.Term;

/** The frame of the place: whose items, how measured and ordered; below it the matrix and the chosen pair. */
final class SimilarityView {
    private static final List<Integer> LENGTHS = List.of(10, 20, 50, 100);
    private static final double MOST_SHRINKAGE = 100, DIVIDER = 0.76;
    private final SimilarityViewModel model;
    private final WayToResults way;
    private final UiContext ui;
    private final StatePane body = new StatePane();
    private final MapPane map;
    private final PairPane pair;
    private final SplitPane panes;
    private final SearchField search;
    private final ModelBox models;

    @FXML private HBox bar, choices, searchBox, modelBox, shrinkageBox;
    @FXML private Button previous, next, lists, zoomIn, zoomOut, zoomAll;
    @FXML private ChoiceBox<Integer> rows;
    @FXML private ChoiceBox<Measure> measure;
    @FXML private CheckBox ordered;
    @FXML private VBox ground;

    SimilarityView(SimilarityViewModel model, WayToResults way, UiContext ui) {
        this.model = model;
        this.way = way;
        this.ui = ui;
        map = new MapPane(ui, model);
        pair = new PairPane(ui, model);
        panes = new SplitPane(map, pair);
        panes.getStyleClass().add("lists-panes");
        panes.setDividerPositions(DIVIDER);
        map.setMinWidth(400);
        pair.setMinWidth(220);
        search = new SearchField(ui.text("similarity.search.prompt"));
        search.setId("similarity-search");
        models = new ModelBox(ui.messages(), "");
        models.setId("similarity-model");
    }

    @FXML private void initialize() {
        search.setAccessibleText(ui.text("similarity.search"));
        models.setAccessibleText(ui.text("similarity.model"));
        searchBox.getChildren().add(search);
        modelBox.getChildren().add(models);
        ground.getChildren().add(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        search.onSearch(words -> model.find(words, found -> search.suggest(words, found.stream().map(id -> new SearchField.Hit(id, id, "")).toList())));
        search.onChoose(model.user::set);
        button(previous, Icons.PREVIOUS, "similarity.previous", () -> model.stepUser(-1));
        button(next, Icons.NEXT, "similarity.next", () -> model.stepUser(1));
        button(zoomIn, Icons.ZOOM_IN, "similarity.zoom-in", map.map()::zoomIn);
        button(zoomOut, Icons.ZOOM_OUT, "similarity.zoom-out", map.map()::zoomOut);
        button(zoomAll, Icons.ZOOM_FIT, "similarity.zoom-all", map.map()::zoomToAll);
        lists.setGraphic(Icons.LISTS.icon());
        lists.setOnAction(_ -> goLists());
        choices();
        models.onChoose(m -> {
            if (m != null) model.model.set(m);
        });
        ui.keep(model.model.subscribe(m -> models.show(model.all, m)));
        ui.keep(model.all.subscribe(() -> models.show(model.all, model.model.get())));
        ui.keep(model.shown().subscribe(this::show));
        ui.keep(model.pair().subscribe(p -> pair.show(p.orElse(null))));
    }

    private void choices() {
        rows.getItems().setAll(LENGTHS);
        rows.setValue(model.n.get());
        rows.valueProperty().subscribe(v -> model.n.set(v));
        measure.getItems().setAll(Measure.values());
        measure.setConverter(new StringConverter<>() {
            @Override public String toString(Measure m) {
                return ui.text("measure." + m.name().toLowerCase(Locale.ROOT));
            }

            @Override public Measure fromString(String words) {
                throw new UnsupportedOperationException("not typed");
            }
        });
        measure.setValue(model.measure.get());
        measure.valueProperty().subscribe(model.measure::set);
        ui.keep(model.measure.subscribe(m -> {
            measure.setValue(m);
            measure.setTooltip(new Tooltip(ui.text("measure." + m.name().toLowerCase(Locale.ROOT) + ".help")));
        }));
        ordered.setSelected(model.ordered.get());
        ordered.selectedProperty().subscribe(v -> model.ordered.set(v));
        ui.keep(model.ordered.subscribe(v -> ordered.setSelected(v)));
        var slider = new Slider(0, MOST_SHRINKAGE, model.shrinkage.get());
        slider.setId("similarity-shrinkage");
        slider.setAccessibleText(ui.text("similarity.shrinkage.name"));
        slider.setBlockIncrement(5);
        var value = new Label(ui.numbers().count(Math.round(model.shrinkage.get())));
        value.getStyleClass().add("similarity-shrinkage");
        slider.valueProperty().subscribe(v -> {
            long whole = Math.round(v.doubleValue());
            value.setText(ui.numbers().count(whole));
            model.shrinkage.set(whole);
        });
        shrinkageBox.getChildren().setAll(new Term("shrinkage", ui.messages()), slider, value);
    }

    private void button(Button button, Icons icon, String key, Runnable act) {
        button.setGraphic(icon.icon());
        button.setTooltip(new Tooltip(ui.text(key)));
        button.setAccessibleText(ui.text(key));
        button.setOnAction(_ -> act.run());
    }

    void goLists() {
        if (model.model.get() != null) ui.go("lists", Target.of("model", model.model.get().name(), "user", model.user.get()));
    }

    void focusSearch() {
        search.requestFocus();
    }

    MapPane map() {
        return map;
    }

    private void show(Matrix shown) {
        boolean some = !(shown instanceof Matrix.NoModel || shown instanceof Matrix.Nothing);
        bar.getChildren().stream().skip(1).forEach(n -> n.setDisable(!some));
        choices.setVisible(some);
        choices.setManaged(some);
        switch (shown) {
            case Matrix.Nothing _ -> body.showBusy(ui.text("lists.busy.models"));
            case Matrix.NoModel n -> body.showEmpty(way.from(new EmptyState(Icons.SIMILARITY, ui.text(n.cleared() ? "similarity.cleared.title" : "similarity.empty.title"), ui.text(n.cleared() ? "similarity.cleared" : "similarity.empty"))));
            case Matrix.Busy b -> busy(b);
            case Matrix.Stopped _ -> body.showEmpty(new EmptyState(Icons.CANCELLED, ui.text("similarity.stopped.title"), ui.text("similarity.stopped"))
                    .button(ui.text("ui.again"), model::load));
            case Matrix.Failed f -> body.showError(f.cause(), ui.messages(), model::load);
            case Matrix.Found f -> found(f);
        }
    }

    private void busy(Matrix.Busy busy) {
        body.showBusy(ui.text("similarity.busy", busy.model()));
        var cancel = new Button(ui.text("ui.cancel"));
        cancel.setOnAction(_ -> model.stop());
        if (body.getChildren().getLast() instanceof HBox note) note.getChildren().add(cancel);
    }

    private void found(Matrix.Found found) {
        search.show(found.question().user());
        if (found.view().items().size() < 2) {
            body.showEmpty(new EmptyState(Icons.SIMILARITY, ui.text("similarity.few.title"), ui.text("similarity.few")).button(ui.text("similarity.next"), () -> model.stepUser(1)));
            return;
        }
        pair.show(found);
        map.show(found);
        body.showContent(panes);
    }
}
