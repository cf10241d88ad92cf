package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another program makes of an exported folder is what the model says. */
class ModelExportServiceTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    @TempDir static Path folder;
    private static Workspace workspace;

    @BeforeAll static void train() {
        workspace = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterAll static void close() {
        workspace.close();
    }

    private static JsonNode json(Path file) {
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    /** Numbers of four bytes behind the header, whose length stands in bytes 8 and 9. */
    private static float[] floats(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        all.position(10 + all.getShort(8));
        float[] values = new float[all.remaining() / 4];
        all.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Test void vectorsGiveTheScoresOfTheModel() throws IOException {
        Path out = folder.resolve("als-model");
        workspace.modelExport().write("als", out, ENGLISH, Progress.NONE);
        Recommender model = workspace.models().load("als").model;
        float[] items = floats(out.resolve("item_vectors.npy")), users = floats(out.resolve("user_vectors.npy")), own = floats(out.resolve("item_offsets.npy"));
        int n = model.items().size(), d = items.length / n;
        float[] scores = new float[n];
        for (int u = 0; u < model.users().size(); u++) {
            model.score(u, scores);
            for (int i = 0; i < n; i++) {
                double sum = own[i];
                for (int f = 0; f < d; f++) sum += (double) users[u * d + f] * items[i * d + f];
                assertEquals(scores[i], sum, 1e-5, "user " + u + ", item " + i);
            }
        }
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(out.resolve("items.parquet"))); RowReader row = reader.rowReader()) {
            for (int i = 0; i < n; i++) {
                row.next();
                assertEquals(model.items().id(i), row.getString("item"));
                List<Float> vector = row.getList("vector").floats();
                for (int f = 0; f < d; f++) assertEquals(items[i * d + f], vector.get(f));
                assertEquals(own[i], row.getFloat("offset"));
            }
        }
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(out.resolve("users.parquet"))); RowReader row = reader.rowReader()) {
            for (int u = 0; u < model.users().size(); u++) {
                row.next();
                assertEquals(model.users().id(u), row.getString("user"));
                assertEquals(users[u * d], row.getList("vector").floats().getFirst());
                assertTrue(row.getBoolean("known"));
            }
        }
        assertEquals(model.items().all(), json(out.resolve("items.json")).valueStream().map(JsonNode::stringValue).toList());
        assertEquals(model.users().all(), json(out.resolve("users.json")).valueStream().map(JsonNode::stringValue).toList());
    }

    @Test void cardTellsWhereTheModelComesFromAndNamesEachFile() throws IOException {
        Path out = folder.resolve("card");
        workspace.modelExport().write("als", out, ENGLISH, Progress.NONE);
        JsonNode card = json(out.resolve("model.json"));
        assertEquals("model.als", card.at("/origin/operator").stringValue());
        assertEquals("orders", card.at("/origin/data/0/asset").stringValue());
        assertTrue(card.at("/origin/settings").has("factors"), card.at("/origin/settings").toString());
        assertEquals(24, card.at("/sizes/users").intValue());
        assertEquals(12, card.at("/sizes/items").intValue());
        List<String> told = card.at("/files").valueStream().map(f -> f.at("/file").stringValue()).sorted().toList();
        try (var files = Files.walk(out)) {
            assertEquals(told, files.filter(Files::isRegularFile).map(f -> out.relativize(f).toString().replace('\\', '/')).filter(f -> !f.equals("model.json")).sorted().toList());
        }
    }

    /** That the network says what the model says is seen to while it is written. */
    @Test void twoTowersAreWrittenWithTheirNetwork() throws IOException {
        var operator = workspace.operators().operator("model.two-tower");
        var pipeline = SmallShop.pipeline(workspace.operators()).add(new Node("towers", operator.id(), operator.version(), operator.defaults(), "", 0, 0))
                .link(new Link("split", "split", "towers", "split")).link(new Link("orders", "table", "towers", "users"));
        pipeline = pipeline.set("towers", workspace.operators().form(pipeline.node("towers")).with(operator.defaults(), "userColumns", List.of("kind")));
        assertEquals(List.of(), workspace.runs().run(pipeline, Progress.NONE, _ -> { }).problems());
        Path out = folder.resolve("towers");
        var card = workspace.modelExport().write("towers", out, ENGLISH, Progress.NONE);
        assertTrue(card.files().stream().anyMatch(f -> f.file().equals("model.onnx")), card.files().toString());
        var first = card.files().stream().filter(f -> f.file().equals("learned/torch.learned.user.first.npy")).findFirst().orElseThrow();
        assertEquals(List.of(64L, 128L), Arrays.stream(first.shape()).boxed().toList(), "width x hidden numbers");
        assertTrue(Files.size(out.resolve("model.onnx")) > 4L * 64 * (2 * 12 + 4 * 64), "tables and layers are in it");
        assertTrue(json(out.resolve("model.json")).at("/best/iteration").intValue() > 0);
        assertEquals("kind", json(out.resolve("model.json")).at("/facts").get("torch.column.1").stringValue(), "what the network is told of customers");
        assertEquals(List.of("", "kind: Garden", "kind: Kitchen"), json(out.resolve("learned/torch.customers.names.json")).valueStream().map(JsonNode::stringValue).toList());
    }

    @Test void modelWithoutVectorsIsWrittenWithWhatItLearned() {
        Path out = folder.resolve("knn");
        var card = workspace.modelExport().write("item-knn", out, ENGLISH, Progress.NONE);
        assertEquals("", card.formula());
        assertTrue(card.files().stream().anyMatch(f -> f.file().startsWith("learned/")), card.files().toString());
        assertFalse(Files.exists(out.resolve("item_vectors.npy")));
    }

    @Test void folderInUseIsLeftAsItWas() throws IOException {
        Path out = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(out.resolve("letter.txt"), "dear");
        var problem = assertThrows(ProblemException.class, () -> workspace.modelExport().write("als", out, ENGLISH, Progress.NONE));
        assertEquals("export.folder-taken", problem.problem().key());
        assertEquals("dear", Files.readString(out.resolve("letter.txt")));
    }

    @Test void cancelledExportLeavesNothing() throws IOException {
        Path around = Files.createDirectories(folder.resolve("around"));
        int[] looks = new int[1];
        Progress soon = (_, _) -> {
            if (++looks[0] > 4) throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> workspace.modelExport().write("als", around.resolve("half"), ENGLISH, soon));
        try (var left = Files.list(around)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
