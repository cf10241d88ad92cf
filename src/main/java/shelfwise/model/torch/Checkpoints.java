package shelfwise.model.torch;

import java.util.Optional;
import shelfwise.base.Hashing;
import shelfwise.pipeline.Context;

/**
 * Keeps where a training stood, so that one that was stopped goes on from there when it is run again: with the same data and settings alone,
 * for the key holds them.
 */
final class Checkpoints {
    private final Context.Memo memo;
    private final String key;

    /** @param key of all that the training depends on */
    Checkpoints(Context.Memo memo, String key) {
        this.memo = memo;
        this.key = key;
    }

    /** The last one kept before the end. @param epochs of the whole training */
    Optional<Checkpoint> latest(int epochs) {
        for (int epoch = epochs; epoch > 0; epoch--) {
            Optional<Checkpoint> kept = memo.find(key(epoch)).map(Checkpoint::of);
            if (kept.isPresent()) return kept;
        }
        return Optional.empty();
    }

    void keep(Checkpoint at) {
        memo.put(key(at.epoch()), at.toBundle());
    }

    private String key(int epoch) {
        return Hashing.of(key + "/" + epoch);
    }
}
