package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.Preflight;

class SamplePipelinesTest {
    private static final Schema ORDERS = Schema.of(new Field("InvoiceNo", ColumnType.TEXT, Role.ORDER), new Field("StockCode", ColumnType.TEXT, Role.ITEM),
            new Field("Description", ColumnType.TEXT, Role.TITLE), new Field("Quantity", ColumnType.INTEGER, Role.QUANTITY),
            new Field("InvoiceDate", ColumnType.TIME, Role.TIMESTAMP), new Field("UnitPrice", ColumnType.DECIMAL, Role.PRICE),
            new Field("CustomerID", ColumnType.TEXT, Role.USER), new Field("Country", ColumnType.TEXT, Role.COUNTRY));

    private final Pipeline pipeline = new PipelineJson(Operators.catalogue()).read(Path.of("sample-projects/online-retail/pipelines/clean-and-compare.json"));
    private final Preflight preflight = new Preflight(Operators.catalogue(), (asset, version) -> new TableBuilder(ORDERS).build());

    @Test void theSamplesPipelineIsSoundBeforeItRuns() {
        assertEquals(List.of(), preflight.check(pipeline, Progress.NONE));
        assertEquals(ORDERS.names(), preflight.columns(pipeline, "purchases").get("table").names(), "columns are known behind seven steps");
    }

    @Test void whatLearnsFromOrderAndTextsIsSoundAndWrittenAsTheProgramWritesIt() throws IOException {
        Path file = Path.of("sample-projects/online-retail/pipelines/learn-from-order.json");
        var json = new PipelineJson(Operators.catalogue());
        Pipeline learned = json.read(file);
        assertEquals(List.of(), preflight.check(learned, Progress.NONE));
        assertEquals(json.write(learned), Files.readString(file));
    }

    @Test void aWrongColumnAndPatternAreFoundBeforeItRuns() {
        Pipeline wrong = Overrides.apply(pipeline, List.of("tidy-text.columns=StockCodes,Description,Price",
                "products-only.conditions=[{\"column\": \"StockCode\", \"test\": \"matches\", \"value\": \"(\"}]"), Operators.catalogue());
        assertEquals(List.of("pipeline.no-such-column tidy-text: columns", "pipeline.no-such-column tidy-text: columns"),
                preflight.check(wrong, Progress.NONE).stream().map(f -> f.problem().key() + " " + f.problem().where()).toList());
        Pipeline pattern = Overrides.apply(pipeline, List.of("products-only.conditions=[{\"column\": \"StockCode\", \"test\": \"matches\", \"value\": \"(\"}]"), Operators.catalogue());
        assertTrue(preflight.check(pattern, Progress.NONE).toString().contains("prepare.bad-pattern, where=products-only"));
    }
}
