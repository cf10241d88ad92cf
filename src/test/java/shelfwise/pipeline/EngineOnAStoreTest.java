package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import shelfwise.data.Bundle;
import shelfwise.store.ArtefactStore;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.Model;
import shelfwise.data.Table;
import shelfwise.data.TableValue;
import shelfwise.store.NewVersion;
import shelfwise.store.Project;

/** The engine with a project's own store: what is kept outlives the program. */
class EngineOnAStoreTest {
    @TempDir Path folder;
    private final ToyOperators toys = new ToyOperators();
    private final OperatorCatalogue operators = toys.catalogue();
    private final Pipeline pipeline = Pipeline.empty("p").add(node("read", "numbers")).add(node("add", "add")).add(node("call", "call")).add(node("train", "train"))
            .link(new Link("read", "table", "add", "table")).link(new Link("add", "table", "call", "table")).link(new Link("call", "table", "train", "table"));

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    private static void save(Project project, Table table) {
        try (var writer = project.assets().begin(new NewVersion("orders", AssetKind.OTHER, "f", "{}", table.schema()))) {
            table.scan(writer::add);
            writer.commit();
        }
    }

    private Engine engine(Project project) {
        return new Engine(operators, project.artefacts(), project.assets()::read);
    }

    @Test void resultsAreThereAfterReopening() {
        long[] large = LongStream.range(0, 70_000).toArray();
        String hash;
        try (var project = Project.create(folder.resolve("shop"))) {
            save(project, ToyOperators.numbers(large));
            RunResult result = engine(project).run(pipeline, Progress.NONE, e -> { });
            assertTrue(result.complete(), result.problems().toString());
            hash = result.hash("add", "table").orElseThrow();
        }
        toys.ran.clear();
        try (var project = Project.open(folder.resolve("shop"))) {
            RunResult result = engine(project).kept(pipeline, Progress.NONE);
            assertTrue(result.complete());
            assertEquals(List.of(), toys.ran);
            assertEquals(hash, result.hash("add", "table").orElseThrow());
            assertArrayEquals(LongStream.of(large).map(v -> v + 1).toArray(), ToyOperators.values(result.value("add", "table", TableValue.class).orElseThrow().table()));
            assertEquals(new ToyOperators.Sum("train", 70_000L * 70_001 / 2), result.value("train", "model", Model.class).orElseThrow());
            save(project, ToyOperators.numbers(1, 2));
            assertEquals(new ToyOperators.Sum("train", 5), engine(project).run(pipeline, Progress.NONE, e -> { }).value("train", "model", Model.class).orElseThrow());
        }
    }

    @Test void aCancelWhileAValueIsBeingKeptLeavesNothingOfIt() {
        try (var project = Project.create(folder.resolve("shop"))) {
            save(project, ToyOperators.numbers(LongStream.range(0, 200_000).toArray()));
            var cancelled = new AtomicBoolean();
            var keys = new ArrayList<String>();
            var store = new ArtefactStore() {
                @Override public Optional<Bundle> find(String key) {
                    return project.artefacts().find(key);
                }

                @Override public void put(String key, Bundle bundle) {
                    keys.add(key);
                    var chunks = new AtomicInteger();
                    Table table = bundle.part("table");
                    project.artefacts().put(key, new Bundle(Map.of(), Map.of("table", new WatchedTable(table, (_, _) -> cancelled.set(chunks.incrementAndGet() > 2)))));
                }
            };
            var engine = new Engine(operators, store, project.assets()::read);
            assertThrows(CancellationException.class, () -> engine.run(pipeline, (_, _) -> {
                if (cancelled.get()) throw new CancellationException();
            }, _ -> { }));
            assertEquals(2, keys.size(), "what was read is in the store already, what was added is not");
            assertTrue(project.artefacts().find(keys.getLast()).isEmpty());
        }
    }

    @Test void aCancelledRunKeepsWhatHadEnded() {
        try (var project = Project.create(folder.resolve("shop"))) {
            save(project, ToyOperators.numbers(1, 2));
            toys.call = () -> {
                throw new CancellationException();
            };
            assertThrows(CancellationException.class, () -> engine(project).run(pipeline, Progress.NONE, e -> { }));
            toys.call = null;
            toys.ran.clear();
            assertTrue(engine(project).run(pipeline, Progress.NONE, e -> { }).complete());
            assertEquals(List.of("call", "train"), toys.ran);
        }
    }
}
