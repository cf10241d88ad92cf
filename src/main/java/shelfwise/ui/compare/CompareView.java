package shelfwise.ui.compare;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Metrics;
import shelfwise.store.RunInfo;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.IntervalChart;
import shelfwise.ui.kit.Severity;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.kit.Term;

/** Draws Compare: a chart of the chosen metric above the table of all. */
public final class CompareView {
    private final CompareViewModel model;
    private final UiContext ui;
    private final IntervalChart chart;
    private boolean filling;

    @FXML private StatePane state;
    @FXML private BorderPane content;
    @FXML private ChoiceBox<RunInfo> runs;
    @FXML private ChoiceBox<String> metrics;
    @FXML private ChoiceBox<Integer> cuts;
    @FXML private FlowPane doubts;
    @FXML private VBox chartCard, tableCard;
    @FXML private Label users;

    CompareView(CompareViewModel model, UiContext ui) {
        this.model = model;
        this.ui = ui;
        chart = new IntervalChart(ui.palette(), ui.numbers());
    }

    @FXML private void initialize() {
        runs.setConverter(words(r -> ui.text("compare.run", r.pipeline(), ui.numbers().moment(r.started()), String.valueOf(r.id()))));
        metrics.setConverter(words(m -> ui.text("metric." + m)));
        cuts.setConverter(words(k -> ui.text("compare.at", String.valueOf(k))));
        runs.valueProperty().addListener((_, _, run) -> {
            if (!filling && run != null) model.choose(run.id(), ui.jobs());
        });
        metrics.valueProperty().bindBidirectional(model.metric());
        cuts.valueProperty().bindBidirectional(model.cut());
        chart.onChoose(row -> ui.go("lists", Target.of("model", model.rows().get(row).model())));
        chartCard.getChildren().add(chart);
        state.showBusy(ui.text("compare.reading"));
        ui.keep(model.found().subscribe(found -> found.ifPresentOrElse(this::show, this::showNothing)));
        ui.keep(model.failure().subscribe(failure -> failure.ifPresent(f -> state.showError(f, ui.messages(), () -> model.refresh(ui.jobs())))));
        ui.keep(model.metric().subscribe(_ -> draw()));
        ui.keep(model.cut().subscribe(_ -> draw()));
    }

    private void showNothing() {
        state.showEmpty(new EmptyState(Icons.COMPARE, ui.text("compare.none"), ui.text("compare.none.help"))
                .button(ui.text("compare.go-pipelines"), () -> ui.go("pipelines")).link(ui.text("ui.try-sample"), () -> ui.go("home")));
    }

    private void show(CompareViewModel.Found found) {
        filling = true;
        String metric = model.metric().get();
        Integer cut = model.cut().get();
        runs.getItems().setAll(found.runs());
        runs.setValue(found.runs().stream().filter(r -> r.id() == found.run()).findFirst().orElse(null));
        metrics.getItems().setAll(found.metricIds());
        metrics.setValue(metric);
        cuts.getItems().setAll(found.cuts());
        cuts.setValue(cut);
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
        if (filling || model.found().get().isEmpty() || model.metric().get() == null || model.cut().get() == null) return;
        CompareViewModel.Found found = model.found().get().get();
        List<Metrics.Row> rows = model.rows();
        chart.show(ui.text("compare.axis", ui.text("metric." + model.metric().get()), String.valueOf(model.cut().get())),
                rows.stream().map(r -> new IntervalChart.Row(r.model(), r.value(), r.low(), r.high(), found.hue(r.model()))).toList());
        var head = new Term(model.metric().get(), ui.messages());
        head.getStyleClass().add("section-title");
        chartCard.getChildren().setAll(head, chart);
        users.setText(ui.text("compare.users", ui.numbers().count(IntStream.of(rows.stream().mapToInt(Metrics.Row::users).toArray()).max().orElse(0))));
        var scroll = new ScrollPane(new MetricsGrid(found, model.cut().get(), ui, m -> ui.go("lists", Target.of("model", m))));
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        tableCard.getChildren().setAll(tableCard.getChildren().getFirst(), scroll);
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
