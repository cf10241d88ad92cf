package shelfwise.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.ui.Place;
import shelfwise.ui.UiContext;

/** The kit's controls on one page, to be looked at. */
public final class Gallery implements Place {
    private static final int ITEMS = 40;

    @Override public String id() {
        return "home";
    }

    @Override public Icons icon() {
        return Icons.HOME;
    }

    @Override public Node view(UiContext ui) {
        var page = new GridPane(16, 16);
        page.getStyleClass().add("page");
        page.add(card(ui.text("metric.ndcg"), intervals(ui)), 0, 0);
        page.add(card("Quantity", histogram(ui)), 1, 0);
        page.add(card("Country", bars(ui)), 2, 0);
        page.add(card(ui.text("place.similarity"), heat(ui)), 0, 1, 2, 1);
        page.add(card(ui.text("place.assets"), table(ui)), 2, 1);
        page.add(controls(ui), 0, 2, 3, 1);
        return page;
    }

    private static Node card(String title, Region content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var card = new VBox(heading, content);
        card.getStyleClass().add("card");
        return card;
    }

    private static Region intervals(UiContext ui) {
        var chart = new IntervalChart(ui.palette(), ui.numbers());
        chart.show(ui.text("metric.ndcg") + " @ 10", List.of(new IntervalChart.Row("Popularity", 0.041, 0.037, 0.045, 0), new IntervalChart.Row("Item-kNN", 0.112, 0.105, 0.119, 1),
                new IntervalChart.Row("User-kNN", 0.098, 0.092, 0.105, 2), new IntervalChart.Row("ALS", 0.107, Double.NaN, Double.NaN, 3)));
        return chart;
    }

    private static Region histogram(UiContext ui) {
        var chart = new Histogram(ui.palette(), ui.numbers());
        double[] edges = IntStream.rangeClosed(0, 40).mapToDouble(i -> i * 2.5).toArray();
        chart.show(edges, IntStream.range(0, 40).mapToLong(i -> Math.round(12_000 * Math.exp(-i / 8.0) + (i % 4 == 0 ? 1_500 : 0))).toArray(), ui.numbers()::number);
        return chart;
    }

    private static Region bars(UiContext ui) {
        var chart = new ValueBars(ui.palette());
        chart.show(List.of(bar(ui, "United Kingdom", 495_478), bar(ui, "Germany", 9_495), bar(ui, "Éire", 8_196), bar(ui, "中国香港特别行政区", 288),
                new ValueBars.Bar("Cancelled", -40_000, "−40,000", 5)));
        return chart;
    }

    private static ValueBars.Bar bar(UiContext ui, String name, long count) {
        return new ValueBars.Bar(name, count, ui.numbers().count(count), 0);
    }

    private static Region heat(UiContext ui) {
        var map = new HeatMap(ui.palette(), ui.numbers());
        var random = new Random(3);
        float[][] values = new float[ITEMS][ITEMS];
        for (int r = 0; r < ITEMS; r++) for (int c = 0; c < ITEMS; c++) values[r][c] = r == c ? 1 : r == 7 ? Float.NaN : (float) (Math.exp(-Math.abs(r / 8 - c / 8)) * random.nextDouble());
        List<String> names = IntStream.range(0, ITEMS).mapToObj(i -> i % 9 == 0 ? "红色波点纸杯 " + i : "WHITE HANGING HEART T-LIGHT HOLDER " + i).toList();
        map.show(HeatMap.Matrix.of(values), names, names, HeatScale.sequential(0, 1, ui.text("term.cosine")));
        map.choose(Optional.of(new HeatMap.Cell(9, 12)));
        map.setPrefSize(640, 420);
        return map;
    }

    private static Region table(UiContext ui) {
        var table = new DataTable(ui.palette(), ui.numbers(), ui.messages(), (t, from, to, done) -> done.accept(t.slice(from, to)));
        table.show(rows(100_000), c -> DataTable.Header.of(Optional.of(new DataTable.Note(IntStream.range(0, 20).mapToDouble(i -> Math.exp(-(i - c) * (i - c) / 20.0)).toArray(), c == 1 ? 0.25 : 0.02))));
        table.setPrefSize(520, 420);
        return table;
    }

    static Table rows(int count) {
        long[] invoices = IntStream.range(0, count).mapToLong(i -> 536_365 + i).toArray();
        long[] users = IntStream.range(0, count).mapToLong(i -> i % 4 == 1 ? LongCells.MISSING : 12_000 + i % 4_000).toArray();
        String[] titles = IntStream.range(0, count).mapToObj(i -> i % 3 == 0 ? "白色悬挂心形烛台" : i % 7 == 0 ? null : "RED WOOLLY HOTTIE WHITE HEART").toArray(String[]::new);
        double[] prices = IntStream.range(0, count).mapToDouble(i -> i % 5 == 0 ? Double.NaN : 0.85 + i * 1.37).toArray();
        long[] times = IntStream.range(0, count).mapToLong(i -> 1_291_191_960_000L + i * 60_000L).toArray();
        return TableBuilder.of(Schema.of(new Field("InvoiceNo", ColumnType.INTEGER, Role.ORDER), new Field("CustomerID", ColumnType.INTEGER, Role.USER),
                new Field("Description", ColumnType.TEXT, Role.TITLE), new Field("UnitPrice", ColumnType.DECIMAL, Role.PRICE), new Field("InvoiceDate", ColumnType.TIME, Role.TIMESTAMP)),
                new LongCells(invoices), new LongCells(users), TextCells.of(titles), new DoubleCells(prices), new LongCells(times));
    }

    private static Node controls(UiContext ui) {
        var accent = new Button(ui.text("ui.again"), Icons.RUN.icon());
        accent.getStyleClass().add("accent");
        var choice = new ChoiceBox<String>();
        choice.getItems().setAll(ui.text("term.cosine"), ui.text("term.jaccard"));
        choice.getSelectionModel().selectFirst();
        var field = new TextField("85123A");
        field.getStyleClass().add("mono");
        var box = new CheckBox(ui.text("ui.yes"));
        box.setSelected(true);
        var line = new HBox(accent, new Button(ui.text("ui.copy"), Icons.COPY.icon()), choice, field, box, new Slider(0, 100, 30), new Term("ndcg", ui.messages()),
                Severity.ERROR.badge(ui.messages()), Severity.WARNING.badge(ui.messages()), Severity.INFO.badge(ui.messages()), Severity.GOOD.badge(ui.messages()));
        line.getStyleClass().add("line");
        return line;
    }
}
