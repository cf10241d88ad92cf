package shelfwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import shelfwise.store.ArtefactSizes.Entry;

class ArtefactSizesTest {
    private static Entry entry(String key, int used, long bytes, Long... tables) {
        return new Entry(key, Instant.ofEpochSecond(used), bytes, List.of(tables));
    }

    private static List<String> keys(Map<Entry, Long> victims) {
        return victims.keySet().stream().map(Entry::key).toList();
    }

    /** a and b share column 2 (50 bytes); a has column 1 (100 bytes) alone, b column 3 (30 bytes); c has facts alone. */
    private final ArtefactSizes sizes = new ArtefactSizes(List.of(entry("b", 20, 2, 11L), entry("a", 10, 1, 10L), entry("c", 30, 5)),
            Map.of(10L, List.of(1L, 2L), 11L, List.of(2L, 3L)), Map.of(1L, 100L, 2L, 50L, 3L, 30L));

    @Test void whatSeveralShareCountsOnce() {
        assertEquals(1 + 2 + 5 + 100 + 50 + 30, sizes.bytes(_ -> true));
        assertEquals(2 + 50 + 30, sizes.bytes("b"::equals));
    }

    @Test void theLongestUnusedGoesFirstAndFreesWhatItHasAlone() {
        assertEquals(List.of("a"), keys(sizes.victims(187, _ -> false)));
        assertEquals(List.of(101L), List.copyOf(sizes.victims(87, _ -> false).values()));
        assertEquals(List.of(101L, 82L), List.copyOf(sizes.victims(86, _ -> false).values()));
    }

    @Test void nothingGoesWhereThereIsRoom() {
        assertEquals(Map.of(), sizes.victims(188, _ -> false));
    }

    @Test void whatStaysIsLeftOutHoweverOldItIs() {
        assertEquals(List.of("b", "c"), keys(sizes.victims(0, "a"::equals)));
    }

    @Test void aTableThatAnArtefactHasTwiceCountsOnce() {
        var twice = new ArtefactSizes(List.of(entry("a", 1, 0, 10L, 10L)), Map.of(10L, List.of(1L, 1L)), Map.of(1L, 7L));
        assertEquals(7, twice.bytes(_ -> true));
        assertEquals(List.of(7L), List.copyOf(twice.victims(0, _ -> false).values()));
    }

    @Test void oneAfterAnotherGoesUntilTheRestHasRoomWhateverIsShared() {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            ArtefactSizes any = any(random);
            long target = random.nextInt(2_000);
            Set<String> stay = new HashSet<>();
            for (Entry e : any.entries()) if (random.nextInt(4) == 0) stay.add(e.key());
            assertEquals(slowly(any, target, stay), keys(any.victims(target, stay::contains)));
            Map<Entry, Long> victims = any.victims(target, stay::contains);
            Predicate<String> left = key -> !keys(victims).contains(key);
            assertEquals(any.bytes(_ -> true) - any.bytes(left), victims.values().stream().mapToLong(Long::longValue).sum());
            assertTrue(any.bytes(left) <= target || victims.size() == any.entries().stream().filter(e -> !stay.contains(e.key())).count());
        }
    }

    private static ArtefactSizes any(Random random) {
        var columns = new HashMap<Long, List<Long>>();
        var bytes = new HashMap<Long, Long>();
        for (long column = 0; column < 12; column++) bytes.put(column, (long) random.nextInt(200));
        for (long table = 0; table < 8; table++) columns.put(table, random.longs(random.nextInt(4), 0, 12).boxed().toList());
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < random.nextInt(10); i++) {
            entries.add(entry("k" + i, random.nextInt(5), random.nextInt(30), random.longs(random.nextInt(3), 0, 9).boxed().toArray(Long[]::new)));
        }
        return new ArtefactSizes(entries, columns, bytes);
    }

    /** Counts anew what is left after each. */
    private static List<String> slowly(ArtefactSizes sizes, long target, Set<String> stay) {
        var gone = new ArrayList<String>();
        for (Entry e : sizes.entries()) {
            if (sizes.bytes(key -> !gone.contains(key)) <= target) break;
            if (!stay.contains(e.key())) gone.add(e.key());
        }
        return gone;
    }
}
