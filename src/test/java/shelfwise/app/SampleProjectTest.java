package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.Lists;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;

/** The sample shop opens and runs; on its first orders only, for the whole takes a minute. */
class SampleProjectTest {
    /** A box of the canvas with the least gap beside it. */
    private static final double BOX_WIDTH = 180, BOX_HEIGHT = 76;
    private static final Path SAMPLE = Path.of("sample-projects/online-retail");
    private static final Path PIPELINE = SAMPLE.resolve("pipelines/clean-and-compare.json");
    private static final int LINES = 15_000;
    private static final List<String> MODELS = List.of("popularity", "item-knn", "user-knn", "als", "content", "ease", "bpr", "interests", "fused", "varied");
    private static final List<String> LISTED = List.of("popularity", "item-knn", "user-knn", "als", "content", "ease", "varied");

    @Test void thePipelineIsWrittenAsTheProgramWritesIt() throws IOException {
        var json = new PipelineJson(Operators.catalogue());
        Pipeline pipeline = json.read(PIPELINE);
        assertEquals(json.write(pipeline), Files.readString(PIPELINE));
        assertEquals(PIPELINE.getFileName().toString(), pipeline.name() + ".json", "saving it must not make a second file");
    }

    @Test void noTwoNodesOverlap() {
        List<Node> nodes = new PipelineJson(Operators.catalogue()).read(PIPELINE).nodes();
        for (Node a : nodes) {
            for (Node b : nodes) assertTrue(a == b || Math.abs(a.x() - b.x()) >= BOX_WIDTH || Math.abs(a.y() - b.y()) >= BOX_HEIGHT, a.id() + " " + b.id());
        }
    }

    @Test void theFirstOrdersRunThroughToTenModelsAndLists(@TempDir Path folder) throws IOException {
        copyFirstOrders(folder);
        try (Workspace shop = Workspace.open(folder)) {
            assertTrue(Samples.toImport(shop));
            var imported = Samples.importMissing(shop, Progress.NONE).getFirst();
            assertEquals(LINES, imported.rows() + imported.rejected());
            assertFalse(Samples.toImport(shop));
            RunReport report = shop.runs().run(shop.pipelines().only(), Progress.NONE, _ -> { });
            assertEquals(List.of(), report.problems());
            assertTrue(report.result().complete() && report.snapshot().isPresent());
            assertEquals(MODELS, report.metrics().stream().map(r -> r.model()).distinct().toList(), "90 days of popularity are the last 30 as well: nothing beside them");
            cleaned(report);
        }
    }

    private static void cleaned(RunReport report) {
        var result = report.result();
        Catalogue catalogue = result.value("catalogue", "catalogue", Catalogue.class).orElseThrow();
        assertTrue(catalogue.items().number("85123A") >= 0);
        for (String noProduct : List.of("POST", "DOT", "M", "85123a")) assertEquals(-1, catalogue.items().number(noProduct), noProduct);
        Interactions active = result.value("active", "interactions", Interactions.class).orElseThrow();
        assertTrue(active.users().number("17850") >= 0 && active.users().number("17850.0") < 0, "customer numbers without .0");
        for (String model : LISTED) assertEquals(active.users().size(), result.value("lists-" + model, "lists", Lists.class).orElseThrow().users().size());
    }

    private static void copyFirstOrders(Path folder) throws IOException {
        for (String inside : List.of("data", "pipelines")) Files.createDirectories(folder.resolve(inside));
        for (String file : List.of("project.json", "sample.json", "pipelines/clean-and-compare.json")) Files.copy(SAMPLE.resolve(file), folder.resolve(file));
        String orders = "data/orders.csv.gz";
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE.resolve(orders))), StandardCharsets.UTF_8));
                var out = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(folder.resolve(orders))), StandardCharsets.UTF_8))) {
            for (int line = 0; line <= LINES; line++) out.append(in.readLine()).append('\n');
        }
    }
}
