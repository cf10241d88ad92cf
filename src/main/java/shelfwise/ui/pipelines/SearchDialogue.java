package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import shelfwise.app.search.Dimension;
import shelfwise.app.search.SearchMethod;
import shelfwise.app.search.SearchPlan;
import shelfwise.app.search.SearchResult;
import shelfwise.app.search.Trial;
import shelfwise.base.JobEvent;
import shelfwise.ui.UiContext;
import shelfwise.ui.WideDialogue;
import shelfwise.ui.kit.Column;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.TrialChart;

/** What a search for settings varies and how; its trials as they end; and the best of them to be put into the pipeline. */
final class SearchDialogue extends WideDialogue {
    private static final double WIDE = 1_080, HIGH = 640, NUMBER = 60, SCORE = 112, SETTING = 124, SECONDS = 96;
    private static final int DIGITS = 4;
    private final SearchViewModel model;
    private final shelfwise.pipeline.Node node;
    private final NodeWords words;
    private final VBox remarks = new VBox();
    private final TrialChart chart;
    private final TrialParallels parallels;
    private final TabPane charts = new TabPane();
    private final TableView<Trial> table = new TableView<>();
    private final Label told = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button start, cancel, use;
    private @Nullable SearchPlan columnsOf;

    SearchDialogue(SearchViewModel model, shelfwise.pipeline.Node node, NodeWords words, UiContext ui) {
        super(ui, WIDE, HIGH);
        this.model = model;
        this.node = node;
        this.words = words;
        chart = new TrialChart(ui.palette(), ui.numbers());
        parallels = new TrialParallels(node, table.getSelectionModel(), ui);
        getStyleClass().add("search-dialogue");
        start = button("search.start", Icons.SEARCH, "search-start", model::start);
        cancel = button("search.cancel", Icons.CANCEL, "search-cancel", model::cancel);
        use = button("search.use", Icons.DONE, "search-use", () -> {
            if (model.use()) ui.closeDialogue();
        });
        remarks.getStyleClass().add("group");
        var left = new VBox(varied(), fields());
        left.getStyleClass().add("search-asked");
        table.getStyleClass().add("short-table");
        table.setId("search-trials");
        table.setPlaceholder(new Label(ui.text("search.no-trials")));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        VBox.setVgrow(table, Priority.ALWAYS);
        charts.setId("search-charts");
        charts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        charts.getTabs().setAll(new Tab(ui.text("search.tab.order"), chart), new Tab(ui.text("search.tab.settings"), parallels));
        var right = new VBox(charts, table);
        right.getStyleClass().add("search-found");
        HBox.setHgrow(right, Priority.ALWAYS);
        var both = new HBox(left, right);
        both.getStyleClass().add("search-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, remarks, buttons());
        watch();
    }

    /** One line for each setting that can be varied: its box and its range. */
    private Node varied() {
        var grid = new GridPane();
        grid.getStyleClass().add("search-grid");
        for (SearchViewModel.Varied v : model.settings()) {
            String key = "op." + node.operator() + "." + v.spec().name();
            var box = new CheckBox(ui.text(key));
            box.setId("vary-" + v.spec().name());
            box.setTooltip(new Tooltip(ui.text(key + ".help")));
            box.selectedProperty().bindBidirectional(v.chosen());
            var range = new TextField();
            range.setId("range-" + v.spec().name());
            range.setAccessibleText(ui.text("search.range", ui.text(key)));
            range.textProperty().bindBidirectional(v.range());
            range.disableProperty().bind(box.selectedProperty().not());
            GridPane.setHgrow(range, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), box, range);
        }
        grid.disableProperty().bind(model.running());
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        var title = new Label(ui.text("search.vary"));
        title.getStyleClass().add("section-title");
        var how = NodeStanding.text(ui.text("search.vary.help"), "muted");
        how.setMinHeight(USE_PREF_SIZE);
        var box = new VBox(title, scroll, how);
        box.getStyleClass().add("group");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node fields() {
        var method = choice(List.of(SearchMethod.values()), m -> ui.text("search.method." + m.word()), model.method());
        method.setId("search-method");
        var way = new Tooltip();
        way.setWrapText(true);
        way.textProperty().bind(model.method().map(m -> ui.text("search.method." + m.word() + ".help")));
        method.setTooltip(way);
        var form = new FlowPane(field("search.method", method), field("search.metric", choice(SearchPlan.METRICS, m -> ui.text("metric." + m), model.metric())),
                field("search.cut-off", input("search-cut-off", model.cutOff())), field("search.trials", input("search-trial-count", model.trials())),
                field("search.minutes", input("search-minutes", model.minutes())), field("search.seed", input("search-seed", model.seed())));
        form.getStyleClass().add("import-form");
        form.disableProperty().bind(model.running());
        return form;
    }

    private <T> ChoiceBox<T> choice(List<T> all, Function<T, String> name, Property<T> value) {
        var box = new ChoiceBox<T>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override public String toString(@Nullable T item) {
                return item == null ? "" : name.apply(item);
            }

            @Override public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private TextField input(String id, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node field(String key, Node control) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        var box = new VBox(label, control);
        box.getStyleClass().add("setting-field");
        return box;
    }

    private Node buttons() {
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.setId("search-told");
        HBox.setHgrow(told, Priority.SOMETIMES);
        bar.progressProperty().bind(model.share());
        bar.visibleProperty().bind(model.running());
        bar.managedProperty().bind(model.running());
        return buttons(List.of(bar, told), List.of(cancel, start, use));
    }

    /** Follows the view model while it is shown. */
    private void watch() {
        whileShown(model.ended().subscribe(_ -> draw()).and(model.failure().subscribe(_ -> draw())).and(model.running().subscribe(_ -> draw())).and(model.waiting().subscribe(_ -> draw()))
                .and(model.ending().subscribe(_ -> draw())));
    }

    private void draw() {
        boolean running = model.running().get(), usable = model.canUse();
        start.setDisable(running);
        cancel.setDisable(!running);
        use.setDisable(!usable);
        start.getStyleClass().remove("accent");
        use.getStyleClass().remove("accent");
        (usable ? use : start).getStyleClass().add("accent");
        remarks.getChildren().setAll(model.failure().get().map(this::failure).map(List::of).orElse(List.of()));
        remarks.setManaged(!remarks.getChildren().isEmpty());
        told.setText(told());
        SearchPlan plan = model.plan();
        if (plan != columnsOf) table.getColumns().setAll(plan == null ? List.of() : columns(plan));
        columnsOf = plan;
        List<Trial> ranked = model.ranked();
        if (!ranked.equals(table.getItems())) table.getItems().setAll(ranked);
        double full = model.best().map(Trial::share).orElse(1.0);
        charts.setVisible(!model.ended().get().isEmpty());
        charts.setManaged(charts.isVisible());
        if (plan != null) parallels.show(plan, ranked);
        if (plan != null) chart.show(ui.text("search.chart", parallels.measure(plan)), model.ended().get().stream().map(t -> new TrialChart.Dot(t.number(), t.score(), t.share() == full)).toList());
    }

    private List<TableColumn<Trial, Trial>> columns(SearchPlan plan) {
        var all = new ArrayList<TableColumn<Trial, Trial>>();
        all.add(Column.amount(ui.text("search.number"), NUMBER, t -> String.valueOf(t.number()), _ -> Optional.empty()));
        all.add(Column.amount(parallels.measure(plan), SCORE, t -> ui.numbers().fixed(t.score(), DIGITS), _ -> Optional.empty()));
        for (Dimension d : plan.space().dimensions()) {
            String title = ui.text("op." + node.operator() + "." + d.setting());
            Function<Trial, String> value = t -> parallels.word(d.setting(), t.settings().getOrDefault(d.setting(), ""));
            all.add(d instanceof Dimension.Choices ? Column.text(title, SETTING, value) : Column.amount(title, SETTING, value, _ -> Optional.empty()));
        }
        if (plan.method() == SearchMethod.HALVING) all.add(Column.amount(ui.text("search.share"), SETTING, t -> ui.numbers().percent(t.share()), _ -> Optional.empty()));
        all.add(Column.amount(ui.text("search.seconds"), SECONDS, t -> ui.numbers().fixed(t.seconds(), 1), _ -> Optional.empty()));
        all.add(Column.text(ui.text("search.note"), 0, t -> t.problem().map(p -> ui.messages().tell(p).replace('\n', ' ')).orElse("")));
        return all;
    }

    private String told() {
        int count = model.ended().get().size();
        if (model.waiting().get()) return ui.text("search.waiting");
        if (model.running().get()) return ui.text("search.running", ui.numbers().count(count));
        if (!(model.ending().get() instanceof JobEvent<SearchResult> end) || model.best().isEmpty()) return "";
        String how = switch (end) {
            case JobEvent.Done<SearchResult> e -> e.result().end().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case JobEvent.Cancelled<SearchResult> _, JobEvent.Failed<SearchResult> _, JobEvent.Moved<SearchResult> _ -> "stopped";
        };
        return ui.text("search.told", ui.text("search.end." + how, ui.numbers().count(count)), model.best().map(this::best).orElse(""));
    }

    private String best(Trial best) {
        return ui.text("search.best", parallels.settings(best), ui.numbers().fixed(best.score(), DIGITS));
    }

    private Node failure(Throwable cause) {
        Failure failure = Failure.of(cause, ui.messages());
        String where = ui.messages().find("search." + failure.where()).orElseGet(() -> words.place(failure.where(), node));
        Label what = remark(Icons.ERROR, "severity-error", where.isEmpty() ? failure.what() : ui.text("search.where", where, failure.what()));
        what.setId("search-failure");
        var cure = NodeStanding.text(failure.cure(), "import-cure");
        cure.setMinHeight(USE_PREF_SIZE);
        return failure.cure().isEmpty() ? what : new VBox(what, cure);
    }
}
