package shelfwise.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.data.Interactions;

class MemoryTest {
    /** Bytes that this thread asks for while it works: a count, not a measurement of time or of what is left. */
    private static long allocated(Runnable work) {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run(); // classes are loaded
        long before = thread.getCurrentThreadAllocatedBytes();
        work.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    @Test void aMatrixTakesWhatWasReckoned() {
        int users = 700, items = 300;
        int[][] pairs = new int[20_000][];
        for (int e = 0; e < pairs.length; e++) pairs[e] = new int[] {e % users, e / users * 7 % items};
        Interactions events = Tiny.events(users, items, pairs);
        assertEquals(1, (double) Memory.ofMatrix(Extent.of(events)).bytes() / allocated(events::matrix), 0.05);
    }

    @Test void whatDoesNotFitIsRefused() {
        Memory need = new Memory(1 << 20).plus(2 << 20, 4);
        assertEquals(9L << 20, need.bytes());
        Problem problem = assertThrows(ProblemException.class, () -> need.check("als", 5L << 20)).problem();
        assertEquals("model.too-little-memory", problem.key());
        assertEquals(java.util.List.of(9L, 5L), problem.args());
        assertDoesNotThrow(() -> need.check("als", 9L << 20));
    }

    @Test void noMachineHasSoMuch() {
        assertThrows(ProblemException.class, () -> new Memory(Long.MAX_VALUE / 2).check("als"));
    }
}
