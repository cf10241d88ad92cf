package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.RunReport;
import shelfwise.app.SnapshotService;
import shelfwise.app.Workspace;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.cli.Shop.Said;
import shelfwise.pipeline.PortType;
import tools.jackson.databind.JsonNode;

/** What {@code run} does besides running: to a step, dry, watching; and its exit codes. */
class RunOptionsTest {
    private static String state(JsonNode plan, String node) {
        for (JsonNode s : plan.get("steps")) if (s.get("node").asString().equals(node)) return s.get("state").asString();
        return "";
    }

    @Test void runsToAStepAndNotBeyond(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Said said = call("run", shop.project(), "--to", "popular", "--to", "item-knn", "--lang", "en");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().contains("5 of the steps ran: orders, purchases, split, popular, item-knn. 0 were kept."), said.err());
        assertTrue(call("run", shop.project(), "--lang", "en").err().contains("2 of the steps ran: compare, lists. 5 were kept."));
        assertTrue(call("run", shop.project(), "--lang", "en").err().contains("No step had to run: 7 were kept."));
        Said none = call("run", shop.project(), "--to", "nothing", "--lang", "en");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("nothing"), none.err());
    }

    @Test void aStepThatCannotBeReadHindersOnlyRunsThatNeedIt(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Shop.write(shop.project().resolve("pipelines/shop.json"), Shop.PIPELINE.replace("\"evaluate.ranking\"", "\"evaluate.by-magic\""));
        Said all = call("run", shop.project(), "--lang", "en");
        assertEquals(1, all.code());
        assertTrue(all.err().contains("compare"), all.err());
        Said around = call("run", shop.project(), "--to", "item-knn", "--lang", "en");
        assertEquals(0, around.code(), around.err());
    }

    @Test void aDryRunTellsWhatWouldRunAndLeavesNoTrace(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Said first = call("run", shop.project(), "--dry-run", "--json");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.json().get("ready").asBoolean());
        assertEquals("run", state(first.json(), "lists"));
        call("run", shop.project(), "--to", "split");
        JsonNode plan = call("run", shop.project(), "--dry-run", "--json").json();
        assertEquals(List.of("kept", "kept", "run", "run"), List.of(state(plan, "orders"), state(plan, "split"), state(plan, "item-knn"), state(plan, "lists")));
        for (JsonNode s : plan.get("steps")) {
            boolean sure = s.get("node").asString().equals("item-knn") || s.get("node").asString().equals("popular");
            assertEquals(s.get("state").asString().equals("run"), s.get("memory").isNumber(), s.toString());
            assertEquals(s.get("state").asString().equals("run") && !sure, s.get("bound").asBoolean(), s.toString());
        }
        assertTrue(plan.get("peak").asLong() > 0 && plan.get("unknown").isEmpty(), plan.toString());
        assertEquals("", state(call("run", shop.project(), "--to", "popular", "--dry-run", "--json").json(), "lists"));
        Said told = call("run", shop.project(), "--dry-run", "--lang", "en");
        assertTrue(told.out().contains("is kept") && told.out().contains("MB") && told.out().contains("Nothing speaks against a run."), told.out());
        assertEquals(1, call("run", shop.project(), "--json").json().get("run").asInt() - 1, "a dry run is not noted");
    }

    @Test void aDryRunFindsWhatWouldFail(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Said said = call("run", shop.project(), "--set", "orders.asset=nowhere", "--dry-run", "--json");
        assertEquals(1, said.code());
        assertFalse(said.json().get("ready").asBoolean());
        assertEquals("orders", said.json().at("/findings/0/node").asString());
        assertEquals("fails", state(said.json(), "orders"));
        assertEquals(2, call("run", shop.project(), "--dry-run", "--watch").code());
    }

    @Test void aParameterIsSetByItsName(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Shop.write(shop.project().resolve("pipelines/shop.json"), Shop.PIPELINE.replaceFirst("\"nodes\"", """
                "parameters": [{"name": "k", "value": "7", "settings": ["item-knn.neighbours"]}], "nodes\""""));
        assertEquals(0, call("run", shop.project(), "--set", "k=5", "--to", "item-knn").code());
        assertTrue(call("run", shop.project(), "--set", "item-knn.neighbours=5", "--to", "item-knn", "--lang", "en").err().contains("No step had to run"));
        assertEquals(1, call("run", shop.project(), "--set", "m=5").code());
        assertEquals(1, call("run", shop.project(), "--set", "k=many").code());
        assertEquals(2, call("run", shop.project(), "--set", "k").code());
    }

    @Test void whatFailsInPartIsAFailure(@TempDir Path folder) {
        Shop shop = Shop.filled(folder);
        Said said = call("run", shop.project(), "--set", "purchases.user=none-such");
        assertEquals(1, said.code(), said.err());
    }

    /** Hashes of all outputs, and the lists themselves. */
    private static Map<String, String> outcome(RunReport report) {
        var all = new TreeMap<String, String>();
        for (PortType type : PortType.values()) {
            for (var o : report.result().outputs(type)) all.put(o.node() + "." + o.port(), report.result().hash(o.node(), o.port()).orElse(""));
        }
        return all;
    }

    @Test void theWindowsServiceAndTheCommandLineGiveTheSameHashesAndLists(@TempDir Path one, @TempDir Path two) throws IOException {
        Shop window = Shop.filled(one), line = Shop.filled(two);
        Map<String, String> made;
        try (Workspace workspace = Workspace.open(window.project())) {
            RunReport report = workspace.runs().run(workspace.pipelines().read("shop"), Progress.NONE, _ -> { });
            made = outcome(report);
            workspace.snapshots().export(report.snapshot().orElseThrow(), SnapshotService.Format.of("csv"), one.resolve("lists.csv"), Messages.in(Locale.ENGLISH));
        }
        assertEquals(0, call("run", line.project(), "--out", two.resolve("out"), "--lang", "en").code());
        try (Workspace workspace = Workspace.open(line.project())) {
            assertEquals(made, outcome(workspace.runs().run(workspace.pipelines().read("shop"), Progress.NONE, _ -> { })));
        }
        assertEquals(Files.readString(one.resolve("lists.csv")), Files.readString(two.resolve("out/snapshot.csv")));
        assertEquals(7, made.size(), made.toString());
    }

    private static void await(ByteArrayOutputStream err, String words, int times) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (err.toString(StandardCharsets.UTF_8).split(words, -1).length - 1 < times) {
            if (System.nanoTime() > end) throw new AssertionError("never told " + times + " times: " + words + "\n" + err.toString(StandardCharsets.UTF_8));
            Thread.onSpinWait();
        }
    }

    @Test @Timeout(120) void watchingRunsAgainWhenTheFileOrAnAssetChanges(@TempDir Path folder) throws Exception {
        Shop shop = Shop.filled(folder);
        var err = new ByteArrayOutputStream();
        var cli = new AtomicReference<>(new Cli(new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8), false, Window.NONE));
        var watching = CompletableFuture.supplyAsync(() -> cli.get().run("run", shop.project().toString(), "--watch", "--lang", "en"));
        await(err, "Waiting for the pipeline", 1);
        Path file = shop.project().resolve("pipelines/shop.json");
        Files.writeString(file, Files.readString(file).replace("\"n\": 3", "\"n\": 2"));
        await(err, "Waiting for the pipeline", 2);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("1 of the steps ran: lists. 6 were kept."), err.toString(StandardCharsets.UTF_8));
        Files.writeString(file, "{ broken");
        await(err, "Waiting for the pipeline", 3);
        Files.writeString(file, Shop.PIPELINE);
        await(err, "No step had to run: 7 were kept.", 1);
        await(err, "Waiting for the pipeline", 4);
        Files.writeString(shop.orders(), Files.readString(shop.orders()) + "c99,k1,Kettle 1,2024-01-09 10:00:00\n");
        assertEquals(0, call("import", shop.project(), shop.orders(), "--role", "customer=user", "--role", "product=item").code());
        await(err, "Waiting for the pipeline", 5);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("7 of the steps ran: orders"), err.toString(StandardCharsets.UTF_8));
        cli.get().cancel();
        assertEquals(130, watching.get(60, TimeUnit.SECONDS));
    }
}
