package shelfwise.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Table;

/**
 * What an operator gets besides its settings and inputs.
 *
 * @param progress to be told at least every 100 ms of work
 * @param assets   the project's assets, for sources
 * @param node     the name of the node that runs, which a model takes as its own
 * @param memo     what parts of the work were kept by earlier runs
 */
public record Context(Progress progress, AssetReader assets, String node, Memo memo) {
    /** Without a memo. */
    public Context(Progress progress, AssetReader assets, String node) {
        this(progress, assets, node, Memo.NONE);
    }

    /**
     * Keeps parts of an operator's work for later runs, by a key that holds the operator's id and all that a part depends on. What was kept
     * may be gone at any time, so that nothing but speed may depend on it.
     */
    public interface Memo {
        /** Keeps nothing. */
        Memo NONE = new Memo() {
            @Override public Optional<Bundle> find(String key) {
                return Optional.empty();
            }

            @Override public void put(String key, Bundle part) { }
        };

        Optional<Bundle> find(String key);

        /** A key already there is left as it is. */
        void put(String key, Bundle part);
    }

    /** Reads assets by name, and tells where the project lies. */
    public interface AssetReader {
        /**
         * @param asset   its name
         * @param version from 1; 0 for the latest
         * @throws shelfwise.base.ProblemException if there is none
         */
        Table read(String asset, int version);

        /** The project's folder, for files that the analyst put there; empty where there is no project. */
        default Optional<Path> folder() {
            return Optional.empty();
        }
    }
}
