package shelfwise.pipeline;

/** Memory that steps share while they run side by side. For several threads, and for several runs at once. */
final class MemoryBudget {
    /** The part of the heap that steps may plan with; the rest is for the window, the store's own cache and what estimates leave out. */
    private static final double USABLE = 0.7;
    private final long bytes;
    private long taken;

    MemoryBudget(long bytes) {
        this.bytes = bytes;
    }

    static MemoryBudget ofHeap() {
        return new MemoryBudget((long) (USABLE * Runtime.getRuntime().maxMemory()));
    }

    /** Takes so many bytes if there is room, or in any case if the step runs alone. */
    synchronized boolean take(long wanted, boolean alone) {
        if (!alone && wanted > bytes - taken) return false;
        taken += wanted;
        return true;
    }

    synchronized void give(long back) {
        taken -= back;
    }

    long bytes() {
        return bytes;
    }

    synchronized long taken() {
        return taken;
    }
}
