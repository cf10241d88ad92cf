package shelfwise.pipeline;

import java.util.Map;
import java.util.Optional;
import shelfwise.base.Checks;

/** An operator with settings of its own type: the one place where the two are brought together. */
record Step<S extends Record>(Operator<S> operator, S settings) {
    /** @throws IllegalArgumentException if the settings are another operator's */
    static Step<?> of(Operator<?> operator, Record settings) {
        return pair(operator, settings);
    }

    @SuppressWarnings("unchecked") // the class is compared first
    private static <S extends Record> Step<S> pair(Operator<S> operator, Record settings) {
        Checks.that(settings.getClass() == operator.defaults().getClass(), operator.id() + " has other settings than " + settings.getClass().getName());
        return new Step<>(operator, (S) settings);
    }

    Values run(Values in, Context context) {
        return operator.run(settings, in, context);
    }

    long memory(Volumes in) {
        return operator.memory(settings, in);
    }

    Map<String, Bound> most(Bounds in) {
        return operator.most(settings, in);
    }

    Optional<Record> endingAfter(int round) {
        return operator.endingAfter(settings, round);
    }

    String fingerprint(Context context) {
        return operator.fingerprint(settings, context);
    }
}
