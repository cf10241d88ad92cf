package shelfwise.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Model;

/**
 * One kind of pipeline step: a settings record and a function from typed inputs to typed outputs. Operators keep no state.
 * The form, the JSON, the help, the command line and the node on the canvas all come from this definition and its messages:
 * {@code op.ID.name}, {@code op.ID.help}, and for each setting {@code op.ID.SETTING} and {@code op.ID.SETTING.help}; values of an
 * enumeration {@code op.ID.SETTING.VALUE} (lower case, words joined by '-').
 *
 * @param <S> the settings; see {@link Settings} for what a form can show
 */
public sealed interface Operator<S extends Record> {
    /** In saved files, never changed: {@code "model.item-knn"}; its first word is the group on the palette. */
    String id();

    /** Part of the cache key: raised when the output changes. */
    int version();

    /** The settings of a new node. */
    S defaults();

    List<Port> inputs();

    List<Port> outputs();

    /** What became of the settings from version to version, where they did not only grow. */
    default List<Migration> migrations() {
        return List.of();
    }

    /**
     * Tables may be empty: a step is tried on empty ones before a run ({@link Preflight}), and then refuses only what it would refuse
     * whatever the rows.
     *
     * @throws shelfwise.base.ProblemException if the inputs can't be worked on, saying what to do
     */
    Values run(S settings, Values in, Context context);

    /**
     * Bytes that the step holds at its fullest moment beyond what comes in, about: steps that do not depend on each other run side by side
     * as long as the memory is enough for all. By default twice what comes in.
     *
     * @param in how much comes in
     */
    default long memory(S settings, Volumes in) {
        return 2 * in.bytes();
    }

    /**
     * The most that comes out at each output, from the most that comes in: an output that can't be told is left out. Of a table only the rows
     * and its values count, its bytes follow from its columns. By default what {@link Bounds#usual} says.
     */
    default Map<String, Bound> most(S settings, Bounds in) {
        return in.usual(this, memory(settings, in.volumes()));
    }

    /**
     * The settings with which work that is cancelled after {@code round} and run again ends there with the best so far, the same as if it had been
     * asked for at the start; empty where it would have to begin anew.
     *
     * @param round from 1, as the learning curve counts
     */
    default Optional<Record> endingAfter(S settings, int round) {
        return Optional.empty();
    }

    /**
     * What the outputs depend on besides settings and inputs, as part of the cache key: of a source the content hash of what is read, of a
     * step that reads files of the project theirs. Empty where there is no such thing. It is asked for often, and must be quick.
     */
    default String fingerprint(S settings, Context context) {
        return "";
    }

    /** Reads an asset; its cache key has {@link #fingerprint}. */
    non-sealed interface Source<S extends Record> extends Operator<S> {
        @Override String fingerprint(S settings, Context context);
    }

    /** Makes values from values. */
    non-sealed interface Transform<S extends Record> extends Operator<S> { }

    /** Trains a model, given at the port named {@code "model"}. */
    non-sealed interface Fit<S extends Record> extends Operator<S> {
        /** Makes a kept model again; models inside it are made by {@code others}. */
        Model restore(Bundle bundle, Restorer others);
    }

    /** Makes kept models of any operator again: {@link OperatorCatalogue#restore}. */
    @FunctionalInterface
    interface Restorer {
        /** @throws shelfwise.base.ProblemException if there is no such operator */
        Model restore(String operator, Bundle bundle);
    }
}
