package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

class ArtefactCacheTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int BIG = 100_000;
    @TempDir Path folder;
    private Database database;
    private Instant now = NOON;
    private ArtefactUses uses;
    private ArtefactStore store;
    private ArtefactCache cache;

    @BeforeEach void open() throws SQLException {
        Project.create(folder.resolve("shop")).close();
        database = new Database(folder.resolve("shop"), "store", "");
        uses = new ArtefactUses(() -> now);
        store = new Artefacts(database, uses);
        cache = new ArtefactCache(database, uses);
    }

    @AfterEach void close() {
        database.close();
    }

    private static Table table(int seed, int rows) {
        return Bundle.longs(new Random(seed).longs(rows).toArray());
    }

    private static Bundle bundle(int seed) {
        return new Bundle(Map.of(), Map.of("t", table(seed, 1_000)));
    }

    private void putAt(int minute, String key, Bundle bundle) {
        now = NOON.plus(Duration.ofMinutes(minute));
        store.put(key, bundle);
    }

    private ArtefactCache.Swept sweep(long target, String... needed) {
        return cache.sweep(target, () -> Set.of(needed), Progress.NONE);
    }

    private List<String> there(String... keys) {
        return List.of(keys).stream().filter(store::has).toList();
    }

    private long count(String of) {
        return database.read(c -> Tables.id(c, "SELECT COUNT(*) FROM " + of)).orElseThrow();
    }

    @Test void whatWasNotUsedForTheLongestTimeGoesFirst() {
        for (int i = 0; i < 4; i++) putAt(i, "k" + i, bundle(i));
        long one = cache.usage(Set.of()).bytes() / 4;
        now = NOON.plus(Duration.ofHours(1));
        store.find("k0");
        ArtefactCache.Swept swept = sweep(2 * one + 10);
        assertEquals(List.of("k0", "k3"), there("k0", "k1", "k2", "k3"));
        assertEquals(new ArtefactCache.Swept(2 * one, 2), swept);
        assertEquals(2 * one, cache.usage(Set.of()).bytes());
    }

    @Test void aUseIsWrittenOnlyWhenTheTimeInTheStoreIsSomeMinutesOld() {
        putAt(0, "k", bundle(1));
        now = NOON.plus(Duration.ofMinutes(9));
        store.find("k");
        assertEquals(Map.of(), uses.drain());
        now = NOON.plus(Duration.ofMinutes(11));
        store.find("k");
        store.find("k");
        assertEquals(Map.of("k", now), uses.drain());
    }

    @Test void usesOutliveTheProgram() throws SQLException {
        putAt(0, "k", bundle(1));
        putAt(1, "later", bundle(2));
        now = NOON.plus(Duration.ofHours(1));
        store.find("k");
        cache.writeUses();
        database.close();
        open(database);
        assertEquals(List.of("later", "k"), database.read(ArtefactSizes::read).entries().stream().map(ArtefactSizes.Entry::key).toList());
    }

    private void open(Database before) throws SQLException {
        database = new Database(before.folder(), "store", "");
        uses = new ArtefactUses(() -> now);
        store = new Artefacts(database, uses);
        cache = new ArtefactCache(database, uses);
    }

    @Test void whatIsNeededStaysThoughItIsAboveTheLimit() {
        for (int i = 0; i < 3; i++) putAt(i, "k" + i, bundle(i));
        assertEquals(2, sweep(0, "k0").entries());
        assertEquals(List.of("k0"), there("k0", "k1", "k2"));
        ArtefactCache.Usage usage = cache.usage(Set.of("k0"));
        assertEquals(new ArtefactCache.Usage(usage.bytes(), usage.bytes(), 1, 1), usage);
    }

    @Test void whatIsHeldStaysUntilItIsLetGo() {
        putAt(0, "found", bundle(0));
        putAt(1, "other", bundle(1));
        try (var hold = store.hold()) {
            store.find("found");
            store.put("made", bundle(2));
            assertEquals(1, sweep(0).entries());
            assertEquals(List.of("found", "made"), there("found", "made", "other"));
            assertEquals(2, cache.usage(Set.of()).stay());
            hold.close();
            assertEquals(0, cache.usage(Set.of()).stay());
        }
        assertEquals(2, sweep(0).entries());
    }

    @Test void anEarlierHoldEndingDoesNotLetGoWhatALaterOneHas() {
        var early = store.hold();
        store.put("early", bundle(0));
        var late = store.hold();
        store.put("late", bundle(1));
        early.close();
        sweep(0);
        assertEquals(List.of("late"), there("early", "late"));
        late.close();
    }

    @Test void tablesThatNobodyHasAnyMoreGoAndThoseOfAssetsStay() {
        Table shared = table(7, 1_000);
        try (var writer = new Assets(database).begin(new NewVersion("orders", AssetKind.OTHER, "f", "{}", shared.schema()))) {
            shared.scan(writer::add);
            writer.commit();
        }
        putAt(0, "of asset", new Bundle(Map.of("a", "b"), Map.of("t", shared)));
        putAt(1, "own", bundle(1));
        assertEquals(cache.usage(Set.of("own")).stayBytes() + "{\"a\":\"b\"}".length(), cache.usage(Set.of()).bytes());
        sweep(0);
        assertEquals(1, count("stored_table"));
        assertEquals(1, count("stored_column"));
        assertEquals(1, count("column_chunk"));
        var read = new shelfwise.data.TableHasher(shared.schema());
        new Assets(database).read("orders", 0).scan(read::add);
        assertEquals(shared.hash(), read.hex());
    }

    @Test void aSweepThatIsCancelledLeavesTheRestWhole() {
        for (int i = 0; i < 500; i++) putAt(i, "k" + i, new Bundle(Map.of("n", "" + i), Map.of()));
        var steps = new int[1];
        assertThrows(CancellationException.class, () -> cache.sweep(0, Set::of, (_, _) -> {
            if (++steps[0] == 2) throw new CancellationException();
        }));
        assertEquals(300, count("artefact"));
        assertEquals(300, sweep(0).entries());
    }

    @Test void theFileGivesItsRoomBack() {
        for (int i = 0; i < 40; i++) store.put("k" + i, new Bundle(Map.of(), Map.of("t", table(i, BIG))));
        long full = cache.fileBytes();
        sweep(0, "k3");
        long given = cache.giveBack(Progress.NONE);
        assertEquals(full - cache.fileBytes(), given, 1_000_000);
        assertTrue(cache.fileBytes() < full / 2, () -> full + " -> " + cache.fileBytes());
        var read = new shelfwise.data.TableHasher(Bundle.longs(new long[0]).schema());
        store.find("k3").orElseThrow().part("t").scan(read::add);
        assertEquals(table(3, BIG).hash(), read.hex());
    }

    @Test void runsBesideSweepsNeverLoseWhatTheyHold() throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs = IntStream.range(0, 3).mapToObj(t -> threads.submit(() -> run(t))).toList();
            Future<Integer> sweeper = threads.submit(() -> {
                int gone = 0;
                while (!over.get()) {
                    gone += sweep(0).entries();
                    cache.giveBack(Progress.NONE);
                }
                return gone;
            });
            try {
                for (Future<Integer> run : runs) assertEquals(40, run.get());
            } finally {
                over.set(true);
            }
            assertTrue(sweeper.get() > 0);
        }
        sweep(0);
        assertEquals(0, count("stored_table") + count("stored_column") + count("column_chunk") + count("artefact_part"));
    }

    /** Rounds of a run that keeps values, finds them again, and reads them to the end. */
    private int run(int thread) {
        var random = new Random(thread);
        int read = 0;
        for (int round = 0; round < 10; round++) {
            try (var _ = store.hold()) {
                int[] seeds = random.ints(4, 0, 6).toArray();
                for (int seed : seeds) store.put("k" + seed, bundle(seed));
                for (int seed : seeds) {
                    var values = new shelfwise.data.TableHasher(Bundle.longs(new long[0]).schema());
                    store.find("k" + seed).orElseThrow().part("t").scan(values::add);
                    assertEquals(table(seed, 1_000).hash(), values.hex());
                    read++;
                }
            }
        }
        return read;
    }

    @Test void whatIsBeingSweptAwayIsNotFoundAndCanBeKeptAnew() {
        store.put("k", bundle(1));
        uses.takeAway(List.of("k"));
        assertFalse(store.find("k").isPresent());
        database.change(c -> Tables.update(c, "DELETE FROM artefact_part") + Tables.update(c, "DELETE FROM artefact"));
        store.put("k", bundle(1));
        uses.gone(List.of("k"));
        assertTrue(store.find("k").isPresent());
        assertEquals(1_000, LongStream.of(store.find("k").orElseThrow().part("t").rows()).sum());
    }
}
