package shelfwise.app.search;

import java.util.List;

/**
 * Chooses what to try next. What it gives depends on the plan and on what came of earlier draws, never on the order in which those of one
 * list ended: so a search has the same trials for any number of them at a time, and can be gone on with.
 */
interface Sampler {
    /**
     * The draws to be tried next, all of them before this is asked again; empty at the end.
     *
     * @param tried all before, in the order of their numbers
     */
    List<Draw> next(List<Tried> tried);

    /** Number of draws there will be in all, at most. */
    int total();
}
