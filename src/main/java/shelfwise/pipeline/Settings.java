package shelfwise.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import shelfwise.base.Checks;
import shelfwise.base.Problem;

/**
 * Settings records as data. A component may be {@code int}, {@code long}, {@code double} (all with {@link Between}),
 * {@code boolean}, {@code String}, an enum, {@code List<String>}, {@code List<Integer>} or {@code List} of a record of these (a small table).
 */
public final class Settings {
    private Settings() { }

    /**
     * To be called first in a settings record's compact constructor, with its components in order: the one check against nulls and
     * the ranges of {@link Between}.
     *
     * @throws IllegalArgumentException with name, range and value of the first that is out of range
     */
    public static void check(Class<? extends Record> type, Object... values) {
        RecordComponent[] components = type.getRecordComponents();
        Checks.that(components.length == values.length, type.getSimpleName() + " has " + components.length + " settings, got " + values.length);
        for (int i = 0; i < values.length; i++) {
            Object value = Objects.requireNonNull(values[i], components[i].getName());
            Between range = components[i].getAnnotation(Between.class);
            if (range == null) continue;
            for (Object v : value instanceof List<?> list ? list : List.of(value)) {
                if (v instanceof Double d) Checks.inRange(components[i].getName(), d, range.min(), range.max());
                else if (v instanceof Number n) checkWhole(components[i].getName(), n.longValue(), range);
            }
        }
    }

    /**
     * To be called in a settings record's compact constructor for a text or list that must hold something.
     *
     * @throws shelfwise.base.ProblemException naming the setting, if {@code value} is blank or has no element
     */
    public static void filled(String name, Object value) {
        boolean empty = value instanceof List<?> list ? list.isEmpty() : value.toString().isBlank();
        if (empty) throw Problem.of("pipeline.setting-empty", name).asException();
    }

    private static void checkWhole(String name, long value, Between range) {
        if (value < range.min() || value > range.max()) {
            throw new IllegalArgumentException(name + " must be " + (long) range.min() + " to " + (long) range.max() + ", was " + value);
        }
    }
}
