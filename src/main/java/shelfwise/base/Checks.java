package shelfwise.base;

import java.util.Objects;

/** Argument checks whose message has name, range and value. */
public final class Checks {
    private Checks() { }

    /** @throws IllegalArgumentException if {@code value} is outside {@code min} to {@code max}, both allowed */
    public static int inRange(String name, int value, int min, int max) {
        if (value < min || value > max) throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", was " + value);
        return value;
    }

    /** @throws IllegalArgumentException if {@code value} is NaN or outside {@code min} to {@code max}, both allowed */
    public static double inRange(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", was " + value);
        return value;
    }

    /** @throws IllegalArgumentException if {@code value} is blank */
    public static String notBlank(String name, String value) {
        if (Objects.requireNonNull(value, name).isBlank()) throw new IllegalArgumentException(name + " must not be blank");
        return value;
    }

    /** @throws IllegalArgumentException with {@code message} unless {@code holds} */
    public static void that(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException(message);
    }
}
