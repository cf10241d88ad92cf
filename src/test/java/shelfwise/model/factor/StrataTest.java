package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

class StrataTest {
    private static final Sparse EVENTS = random();

    private static Sparse random() {
        var random = new Random(3);
        return Tiny.events(300, 200, IntStream.range(0, 4000).mapToObj(_ -> new int[] {random.nextInt(300), random.nextInt(199)}).toArray(int[][]::new)).matrix();
    }

    /** The entries of each block in order of work, and a random number of each block. */
    private static List<Long> work(Strata strata, int epoch, Workers workers) {
        strata.cut(epoch, workers);
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        strata.each(epoch, workers, Progress.NONE, () -> "", (_, block) -> {
            for (int k = block.userFrom(); k < block.userTo(); k++) {
                int user = strata.user(k);
                for (int e = strata.from(user, block.number()); e < strata.to(user, block.number()); e++) {
                    int item = strata.items()[block.itemFrom() + strata.place(e)];
                    assertEquals(EVENTS.column()[strata.entry(e)], item, "the place leads to the entry's item");
                    assertTrue(strata.entry(e) >= EVENTS.start()[user] && strata.entry(e) < EVENTS.start()[user + 1], "the entry is the user's");
                    seen.add((long) strata.entry(e));
                }
            }
            seen.add(-(block.random().nextLong() >>> 8) - 1);
        });
        return seen;
    }

    @Test void everyEventComesOnceInEachEpoch() {
        var strata = new Strata(EVENTS, 1);
        assertTrue(strata.blocks() > 1);
        for (int epoch = 0; epoch < 3; epoch++) {
            long[] seen = work(strata, epoch, new Workers(2)).stream().filter(e -> e >= 0).mapToLong(Long::longValue).sorted().toArray();
            assertArrayEquals(IntStream.range(0, EVENTS.entries()).asLongStream().toArray(), seen);
        }
    }

    @Test void blocksAndTheirRandomNumbersDependOnTheSeedAlone() {
        List<Long> one = work(new Strata(EVENTS, 1), 0, new Workers(1)), three = work(new Strata(EVENTS, 1), 0, new Workers(3));
        Collections.sort(one);
        Collections.sort(three);
        assertEquals(one, three);
        List<Long> other = work(new Strata(EVENTS, 2), 0, new Workers(1));
        Collections.sort(other);
        assertFalse(one.equals(other));
    }

    @Test void blocksOfOneStratumShareNoItem() {
        var strata = new Strata(EVENTS, 1);
        strata.cut(0, new Workers(1));
        var order = new ArrayList<Integer>();
        strata.each(0, new Workers(1), Progress.NONE, () -> "", (_, block) -> order.add(block.number()));
        int n = strata.blocks();
        for (int stratum = 0; stratum < n; stratum++) assertEquals(n, order.subList(stratum * n, (stratum + 1) * n).stream().distinct().count());
    }

    @Test void itemsThatNobodyTookAreInNoBlock() {
        var strata = new Strata(EVENTS, 1);
        assertTrue(IntStream.of(strata.items()).noneMatch(i -> i == 199));
    }
}
