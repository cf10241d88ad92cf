package shelfwise.pipeline;

import shelfwise.base.Progress;
import shelfwise.data.Table;

/**
 * What an operator gets besides its settings and inputs.
 *
 * @param progress to be told at least every 100 ms of work
 * @param assets   the project's assets, for sources
 * @param node     the name of the node that runs, which a model takes as its own
 */
public record Context(Progress progress, AssetReader assets, String node) {
    /** Reads assets by name. */
    public interface AssetReader {
        /**
         * @param asset   its name
         * @param version from 1; 0 for the latest
         * @throws shelfwise.base.ProblemException if there is none
         */
        Table read(String asset, int version);
    }
}
