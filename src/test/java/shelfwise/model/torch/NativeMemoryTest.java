package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

/** What PyTorch takes of the machine is not Java's: an array that nobody closes is lost for good. Measured by glibc's own count. */
class NativeMemoryTest {
    private static final int FIELDS = 10, BLOCKS_MAPPED = 4, BYTES_USED = 7;
    private static final int WARM = 20, EPOCHS = 100;

    /** Bytes that are allocated now, in all arenas and by mapping (mallinfo2: hblkhd and uordblks). */
    private static long allocated() {
        var counts = MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG);
        var linker = Linker.nativeLinker();
        var found = linker.defaultLookup().find("mallinfo2");
        assumeTrue(found.isPresent(), "glibc 2.33 or later alone counts");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment got = (MemorySegment) linker.downcallHandle(found.get(), FunctionDescriptor.of(MemoryLayout.structLayout(counts))).invokeExact((SegmentAllocator) arena);
            return got.getAtIndex(ValueLayout.JAVA_LONG, BLOCKS_MAPPED) + got.getAtIndex(ValueLayout.JAVA_LONG, BYTES_USED);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 users who go round 64 items: four steps an epoch, each of which makes some hundred arrays of up to 80 KB. */
    private static Split walks() {
        int[][] events = IntStream.range(0, 32 * 20).mapToObj(e -> new int[] {e / 20, (e / 20 + e % 20) % 64}).toArray(int[][]::new);
        Interactions all = Tiny.events(32, 64, events);
        return new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all");
    }

    @Test void aHundredEpochsKeepNoMoreThanTwenty() {
        var allocated = new ArrayList<Long>();
        var setup = new FitTransformer.Setup(128, 1, 2, 20, false, EPOCHS, 8, 0.001, 0.1, 0.01, 5, Objective.SOFTMAX, 32, 0, true, 0, 0, Processor.CPU, 7);
        new FitTransformer().run(setup, Values.of("split", walks()), Tiny.context("node", new Progress() {
            @Override public void at(long done, long total) { }

            @Override public void learned(Learning point) {
                if (!point.metric().equals("loss")) return;
                if (point.iteration() == WARM || point.iteration() == EPOCHS) System.gc(); // what Java holds of C's memory goes with its objects
                allocated.add(allocated());
            }
        }));
        assertEquals(EPOCHS, allocated.size());
        long grown = allocated.getLast() - allocated.get(WARM - 1);
        // one array of a batch (8 x 20 x 128 numbers, 80 KB) kept in each of 320 steps would be 26 MB
        assertTrue(grown < 8_000_000, "80 epochs kept " + grown + " bytes: " + allocated);
    }
}
