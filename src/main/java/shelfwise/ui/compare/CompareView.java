package shelfwise.ui.compare;

import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Metrics;
import shelfwise.evaluate.SegmentNames;
import shelfwise.evaluate.Yardstick;
import shelfwise.store.RunInfo;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.IntervalChart;
import shelfwise.ui.kit.Severity;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.kit.Term;

/** Draws Compare: what is sure of the chosen metric, its chart, its segments, and the table of all. */
public final class CompareView {
    private final CompareViewModel model;
    private final WayToResults way;
    private final UiContext ui;
    private final IntervalChart chart;
    private final VerdictCard verdict;
    private boolean filling;

    @FXML private StatePane state;
    @FXML private BorderPane content;
    @FXML private ChoiceBox<RunInfo> runs;
    @FXML private ChoiceBox<String> metrics, segments;
    @FXML private ChoiceBox<Integer> cuts;
    @FXML private FlowPane doubts;
    @FXML private VBox body, chartCard, segmentCard, tableCard;
    @FXML private Label users;

    CompareView(CompareViewModel model, WayToResults way, UiContext ui) {
        this.model = model;
        this.way = way;
        this.ui = ui;
        chart = new IntervalChart(ui.palette(), ui.numbers());
        verdict = new VerdictCard(ui);
    }

    @FXML private void initialize() {
        runs.setConverter(words(r -> ui.text("compare.run", r.pipeline(), ui.numbers().moment(r.started()), String.valueOf(r.id()))));
        metrics.setConverter(words(m -> ui.text("metric." + m)));
        segments.setConverter(words(s -> SegmentNames.of(s, ui.messages())));
        cuts.setConverter(words(k -> ui.text("compare.at", String.valueOf(k))));
        runs.valueProperty().addListener((_, _, run) -> {
            if (!filling && run != null) model.choose(run.id(), ui.jobs());
        });
        metrics.valueProperty().bindBidirectional(model.metric());
        segments.valueProperty().bindBidirectional(model.segment());
        cuts.valueProperty().bindBidirectional(model.cut());
        chart.onChoose(row -> look(model.rows().get(row).model()));
        body.getChildren().addFirst(verdict);
        chartCard.getChildren().add(chart);
        state.showBusy(ui.text("compare.reading"));
        ui.keep(model.found().subscribe(found -> found.ifPresentOrElse(this::show, this::showNothing)));
        ui.keep(model.failure().subscribe(failure -> failure.ifPresent(f -> state.showError(f, ui.messages(), () -> model.refresh(ui.jobs())))));
        ui.keep(model.metric().subscribe(_ -> draw()));
        ui.keep(model.cut().subscribe(_ -> draw()));
        ui.keep(model.segment().subscribe(_ -> draw()));
    }

    private void look(String linked) {
        if (Yardstick.of(linked).isEmpty()) ui.go("lists", Target.of("model", linked));
    }

    private void showNothing() {
        state.showEmpty(way.from(new EmptyState(Icons.COMPARE, ui.text("compare.none"), ui.text("compare.none.help"))));
    }

    private void show(CompareViewModel.Found found) {
        filling = true;
        String metric = model.metric().get();
        Integer cut = model.cut().get();
        String segment = model.segment().get();
        runs.getItems().setAll(found.runs());
        runs.setValue(found.runs().stream().filter(r -> r.id() == found.run()).findFirst().orElse(null));
        metrics.getItems().setAll(found.metricIds());
        metrics.setValue(metric);
        cuts.getItems().setAll(found.cuts());
        cuts.setValue(cut);
        cuts.setVisible(!found.cuts().isEmpty());
        cuts.setManaged(cuts.isVisible());
        segments.getItems().setAll(found.segments());
        segments.setValue(segment);
        segments.setDisable(found.segments().size() < 2);
        filling = false;
        doubts.getChildren().setAll(found.metrics().doubts().stream().map(this::doubt).toList());
        doubts.setManaged(!found.metrics().doubts().isEmpty());
        state.showContent(content);
        draw();
    }

    private Label doubt(String key) {
        Label badge = Severity.WARNING.badge(ui.text(key));
        var help = new javafx.scene.control.Tooltip(ui.text(key + ".help"));
        help.setWrapText(true);
        help.setMaxWidth(360);
        badge.setTooltip(help);
        badge.setAccessibleHelp(help.getText());
        return badge;
    }

    private void draw() {
        if (filling || model.found().get().isEmpty() || model.metric().get() == null || model.cut().get() == null || model.segment().get() == null) return;
        CompareViewModel.Found found = model.found().get().get();
        List<Metrics.Row> rows = model.rows();
        verdict.show(model, found);
        drawChart(found, rows);
        drawSegments(found);
        List<Metrics.Row> shown = found.metrics().rows().stream().filter(r -> r.segment().equals(model.segment().get())).toList();
        users.setText(ui.text("compare.users", ui.numbers().count(shown.stream().mapToInt(Metrics.Row::users).max().orElse(0)), SegmentNames.of(model.segment().get(), ui.messages())));
        tableCard.getChildren().setAll(users, scroll(new MetricsGrid(found, model.segment().get(), model.cut().get(), ui, this::look)));
    }

    private void drawChart(CompareViewModel.Found found, List<Metrics.Row> rows) {
        String metric = ui.text("metric." + model.metric().get());
        boolean cut = rows.stream().anyMatch(r -> r.k() != Metrics.NO_CUT);
        chart.show(cut ? ui.text("compare.axis", metric, String.valueOf(model.cut().get())) : ui.text("compare.axis.whole", metric), rows.stream()
                .map(r -> new IntervalChart.Row(Yardstick.name(r.model(), ui.messages()), r.value(), r.low(), r.high(), found.hue(r.model()))).toList());
        var head = new Term(model.metric().get(), ui.messages());
        head.getStyleClass().add("section-title");
        var of = new Label(SegmentNames.of(model.segment().get(), ui.messages()));
        of.getStyleClass().add("caption");
        var none = new Label(ui.text("compare.not-in-segment"));
        none.setWrapText(true);
        chartCard.getChildren().setAll(head, of, rows.isEmpty() ? none : chart);
    }

    private void drawSegments(CompareViewModel.Found found) {
        boolean parted = found.segments().stream().filter(s -> !model.rows(s).isEmpty()).count() > 1;
        segmentCard.setVisible(parted);
        segmentCard.setManaged(parted);
        if (!parted) return;
        var head = new Label(ui.text("compare.by-segment", ui.text("metric." + model.metric().get())));
        head.getStyleClass().add("section-title");
        segmentCard.getChildren().setAll(head, scroll(new SegmentGrid(model, found, ui, model.segment()::set)));
    }

    private static ScrollPane scroll(Node content) {
        var scroll = new ScrollPane(content);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER); // the page scrolls
        return scroll;
    }

    private static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override public @Nullable T fromString(String words) {
                return null; // a choice box never asks
            }
        };
    }
}
