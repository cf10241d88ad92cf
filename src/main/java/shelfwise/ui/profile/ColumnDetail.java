package shelfwise.ui.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.data.ColumnType;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Histogram;
import shelfwise.profile.NumberStats;
import shelfwise.profile.Profile;
import shelfwise.profile.TextStats;
import shelfwise.profile.ValueCount;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Numbers;
import shelfwise.ui.kit.ValueBars;

/** All statistics of one column: its findings, figures, distribution, most frequent values and patterns. */
public final class ColumnDetail extends ScrollPane {
    private static final int FIGURES_A_ROW = 3, PATTERNS = 10;
    private final UiContext ui;
    private final ColumnProfile column;
    private final VBox body = new VBox();
    private final GridPane figures = new GridPane();
    private int placed;

    /** @param goAlert shows a finding @param goRoles lets the role be changed; empty where it can't */
    public ColumnDetail(ColumnProfile column, Profile profile, UiContext ui, Consumer<Alert> goAlert, Optional<Runnable> goRoles) {
        super();
        this.ui = ui;
        this.column = column;
        getStyleClass().addAll("plain-scroll");
        setFitToWidth(true);
        setContent(body);
        body.getStyleClass().add("quality-detail");
        var title = new Label(column.name());
        title.getStyleClass().add("section-title");
        var kind = new Label(ColumnCell.kind(column, ui));
        kind.getStyleClass().add("muted");
        var head = new HBox(title, kind);
        head.getStyleClass().add("line");
        goRoles.ifPresent(go -> {
            var roles = new Button(ui.text("quality.change-role"));
            roles.getStyleClass().add("small");
            roles.setOnAction(_ -> go.run());
            head.getChildren().add(roles);
        });
        body.getChildren().add(head);
        for (Alert alert : profile.alerts()) if (alert.column().filter(column.name()::equals).isPresent()) body.getChildren().add(finding(alert, goAlert));
        figures.getStyleClass().add("quality-figures");
        body.getChildren().add(figures);
        counts();
        column.numbers().ifPresent(this::numbers);
        column.texts().ifPresent(this::texts);
        bars("quality.top", column.top());
        column.texts().ifPresent(t -> bars("quality.patterns", t.patterns().subList(0, Math.min(PATTERNS, t.patterns().size()))));
        column.texts().filter(t -> !t.dateForms().isEmpty()).ifPresent(t -> bars("quality.date-forms", t.dateForms()));
    }

    private HBox finding(Alert alert, Consumer<Alert> goAlert) {
        var words = new Findings(ui);
        var badge = Findings.look(alert.severity()).badge(words.severity(alert.severity()));
        badge.setMinWidth(Region.USE_PREF_SIZE);
        var link = new Hyperlink(words.what(alert));
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> goAlert.accept(alert));
        var line = new HBox(badge, link);
        line.getStyleClass().add("line");
        return line;
    }

    private void counts() {
        figure("quality.rows.all", ui.numbers().count(column.rows()));
        figure("quality.missing.rows", ui.text("quality.rows", ui.numbers().count(column.missing()), ui.numbers().percent(column.missingShare())));
        figure("quality.distinct.values", (column.exact() ? "" : "≈ ") + ui.numbers().count(column.distinct()));
    }

    private void numbers(NumberStats n) {
        boolean time = column.type() == ColumnType.TIME;
        DoubleFunction<String> value = time ? v -> Double.isNaN(v) ? Numbers.MISSING : ui.numbers().time((long) v) : ui.numbers()::number;
        figure("quality.min", value.apply(n.min()));
        figure("quality.median", value.apply(n.quantiles().p50()));
        figure("quality.max", value.apply(n.max()));
        figure("quality.p05", value.apply(n.quantiles().p05()));
        figure("quality.mean", value.apply(n.mean()));
        figure("quality.p95", value.apply(n.quantiles().p95()));
        if (!time) {
            figure("quality.std", ui.numbers().number(n.std()));
            figure("quality.zeros", ui.numbers().count(n.zeros()));
            figure("quality.negatives", ui.numbers().count(n.negatives()));
            figure("quality.outliers", ui.text("quality.outliers.of", ui.numbers().count(n.outliers()), ui.numbers().count(n.farOutliers())));
        }
        if (!n.histogram().counts().isEmpty()) histogram(n.histogram(), time ? v -> ui.numbers().day((long) v) : ui.numbers()::number);
    }

    private void histogram(Histogram h, DoubleFunction<String> edge) {
        section("quality.histogram");
        body.getChildren().add(histogram(h, edge, ui));
        if (h.under() + h.over() > 0) body.getChildren().add(caption(ui.text("quality.outside", ui.numbers().count(h.under()), ui.numbers().count(h.over()))));
    }

    /** @param edge how an edge is written */
    public static shelfwise.ui.kit.Histogram histogram(Histogram h, DoubleFunction<String> edge, UiContext ui) {
        var picture = new shelfwise.ui.kit.Histogram(ui.palette(), ui.numbers());
        picture.show(h.edges().stream().mapToDouble(Double::doubleValue).toArray(), h.counts().stream().mapToLong(Long::longValue).toArray(), edge);
        return picture;
    }

    private void texts(TextStats t) {
        figure("quality.length", ui.text("quality.length.of", ui.numbers().count(t.minLength()), ui.numbers().number(t.meanLength()), ui.numbers().count(t.maxLength())));
        figure("quality.blank", ui.numbers().count(t.blank()));
        figure("quality.outer-blanks", ui.numbers().count(t.outerBlanks()));
        figure("quality.number-like", ui.numbers().count(t.numberLike()));
        figure("quality.date-like", ui.numbers().count(t.dateLike()));
        figure("quality.pattern-count", ui.numbers().count(t.patternCount()));
    }

    private void figure(String key, String value) {
        var box = new VBox(caption(ui.text(key)), new Label(value));
        GridPane.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
        figures.add(box, placed % FIGURES_A_ROW, placed / FIGURES_A_ROW);
        placed++;
    }

    private void bars(String key, List<ValueCount> values) {
        if (values.isEmpty()) return;
        section(key);
        body.getChildren().add(bars(values, column.rows(), ui, "quality.rows"));
    }

    /** @param key of the text with count and share of {@code of} */
    public static ValueBars bars(List<ValueCount> values, long of, UiContext ui, String key) {
        var bars = new ValueBars(ui.palette());
        bars.show(values.stream().map(v -> new ValueBars.Bar(v.value(), v.count(),
                ui.text(key, ui.numbers().count(v.count()), ui.numbers().percent(of == 0 ? 0 : (double) v.count() / of)), 0)).toList());
        return bars;
    }

    private void section(String key) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("asset-name");
        ui.messages().find(key + ".help").ifPresent(help -> label.setTooltip(new Tooltip(help)));
        body.getChildren().add(label);
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }
}
