package shelfwise.pipeline;

import shelfwise.base.Checks;

/**
 * What steps that run side by side share.
 *
 * @param atOnce steps at a time; operators use several threads themselves, so that more than a few gain nothing
 * @param memory shared by all runs
 */
record Capacity(int atOnce, MemoryBudget memory) {
    private static final int MOST = 3;

    Capacity {
        Checks.inRange("atOnce", atOnce, 1, 64);
    }

    /** As many steps as this machine has processors, three at most, with what the heap leaves to them. */
    static Capacity ofMachine() {
        return new Capacity(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST), MemoryBudget.ofHeap());
    }
}
