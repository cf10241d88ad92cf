package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

class SeveralThreadsTest {
    private static final int THREADS = 4, ROUNDS = 3;

    @TempDir Path folder;

    private static Table table(int seed) {
        return Bundle.longs(LongStream.range(0, 70_000).map(i -> i * seed % 9_973).toArray());
    }

    private static int save(Project project, String asset, Table table) {
        try (var writer = project.assets().begin(new NewVersion(asset, AssetKind.OTHER, "f", "{}", table.schema()))) {
            table.scan(writer::add);
            return writer.commit().version();
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var results = new ArrayList<T>();
            for (Future<T> f : threads.invokeAll(work)) results.add(f.get());
            return results;
        }
    }

    @Test void versionsSavedTogetherAreNumberedOneByOneAndEqualValuesKeptOnce() throws Exception {
        try (var project = Project.create(folder.resolve("shop"))) {
            List<Callable<Integer>> work = IntStream.range(0, THREADS * ROUNDS).<Callable<Integer>>mapToObj(i -> () -> save(project, "orders", table(1 + i % 3))).toList();
            assertEquals(IntStream.rangeClosed(1, THREADS * ROUNDS).boxed().toList(), together(work).stream().sorted().toList());
            for (AssetVersion v : project.assets().versions("orders")) {
                var hasher = new shelfwise.data.TableHasher(v.schema());
                project.assets().read("orders", v.version()).scan(hasher::add);
                assertEquals(v.contentHash(), hasher.hex());
            }
            assertEquals(3, project.query("SELECT id FROM stored_column").rows());
        }
    }

    @Test void oneThreadsArtefactIsWhatTheOthersFind() throws Exception {
        try (var project = Project.create(folder.resolve("shop"))) {
            var store = project.artefacts();
            List<Callable<String>> work = IntStream.range(0, THREADS * ROUNDS).<Callable<String>>mapToObj(i -> () -> {
                String key = "key " + i % 3;
                store.put(key, new Bundle(Map.of("k", key), Map.of("t", table(1 + i % 3))));
                return store.find(key).orElseThrow().part("t").hash() + " " + i % 3;
            }).toList();
            assertEquals(IntStream.range(0, 3).mapToObj(i -> table(1 + i).hash() + " " + i).sorted().toList(), together(work).stream().distinct().sorted().toList());
        }
    }

    @Test void savingAndDeletingOthersTakesNothingAway() throws Exception {
        try (var project = Project.create(folder.resolve("shop"))) {
            save(project, "stays", table(1));
            List<Callable<Integer>> work = IntStream.range(0, THREADS * ROUNDS).<Callable<Integer>>mapToObj(i -> () -> {
                save(project, "goes " + i, table(1 + i % 2));
                int rows = (int) project.assets().read("stays", 0).slice(69_999, 70_001).rows();
                project.assets().delete("goes " + i);
                return rows;
            }).toList();
            assertEquals(List.of(1), together(work).stream().distinct().toList());
            assertEquals(table(1).hash(), new Bundle(Map.of(), Map.of("t", project.assets().read("stays", 0))).part("t").hash());
            assertEquals(1, project.query("SELECT id FROM stored_column").rows());
            assertEquals(2, project.query("SELECT 1 FROM column_chunk").rows());
        }
    }
}
