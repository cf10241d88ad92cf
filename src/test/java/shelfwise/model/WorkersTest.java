package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;

class WorkersTest {
    @Test void everyPieceIsWorkedOnOnce() {
        for (int threads : new int[] {1, 2, 5}) {
            int[] times = new int[103];
            new Workers(threads).each(times.length, 10, Progress.NONE, () -> "", (_, from, to) -> {
                for (int i = from; i < to; i++) times[i]++;
            });
            int[] once = new int[times.length];
            Arrays.fill(once, 1);
            assertArrayEquals(once, times);
        }
    }

    @Test void progressGrowsToTheEnd() {
        var told = new ArrayList<Long>();
        new Workers(3).each(100, 7, (done, _) -> told.add(done), () -> "", (_, _, _) -> { });
        assertEquals(0, told.getFirst());
        assertEquals(100, told.getLast());
        assertEquals(told.stream().sorted().toList(), told);
    }

    @Test void aCancelEndsTheWorkOfAllThreads() {
        var blocks = new AtomicInteger();
        assertThrows(CancellationException.class, () -> new Workers(2).each(1_000_000, 1, (done, _) -> {
            if (done > 0) throw new CancellationException();
        }, () -> "", (_, _, _) -> blocks.incrementAndGet()));
        assertTrue(blocks.get() < 1000, blocks + " blocks");
    }

    @Test void anErrorOfAThreadReachesTheCaller() {
        var failure = new OutOfMemoryError("scratch");
        assertSame(failure, assertThrows(OutOfMemoryError.class, () -> new Workers(2).each(10, 1, Progress.NONE, () -> {
            throw failure;
        }, (_, _, _) -> { })));
    }

    @Test void nothingToDoIsDone() {
        new Workers(2).each(0, 4, Progress.NONE, () -> "", (_, _, _) -> {
            throw new AssertionError();
        });
    }
}
