package shelfwise.store;

import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/**
 * One node of a run.
 *
 * @param operator its operator's id
 * @param state    how it ended, in the engine's words
 * @param key      under which its outputs are kept; empty if it had none
 * @param problem  why it failed
 */
public record NodeRun(String node, String operator, String state, double seconds, String key, @Nullable Problem problem) { }
