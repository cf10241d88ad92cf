package shelfwise.pipeline;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Checks a value against its spec, bringing numbers to the setting's own type. */
final class SettingValues {
    private SettingValues() { }

    /** @throws ProblemException if {@code value} is of another type or out of range */
    static Object check(SettingSpec spec, Object value) {
        if (!spec.kind().list()) return single(spec, value);
        if (!(value instanceof List<?> list)) throw wrongType(spec, value).asException();
        return list.stream().map(v -> single(spec, v)).toList();
    }

    private static Object single(SettingSpec spec, Object value) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL, NUMBER_LIST -> value instanceof Number n ? number(spec, n) : wrong(spec, value);
            case FLAG -> value instanceof Boolean ? value : wrong(spec, value);
            case TEXT, TEXT_LIST -> value instanceof String ? value : wrong(spec, value);
            case CHOICE, CHOICE_LIST -> spec.type().isInstance(value) ? value : wrong(spec, value);
            case TABLE -> spec.type().isInstance(value) && value instanceof Record row ? row(spec, row) : wrong(spec, value);
        };
    }

    private static Object row(SettingSpec spec, Record row) {
        for (SettingSpec column : spec.columns()) {
            try {
                check(column, Records.get(row, column.name()));
            } catch (ProblemException e) {
                throw e.problem().in(spec.name()).asException(e);
            }
        }
        return row;
    }

    private static Object number(SettingSpec spec, Number value) {
        if (value.doubleValue() < spec.min() || value.doubleValue() > spec.max()) throw outOfRange(spec, value.toString()).asException();
        if (spec.type() == double.class || spec.type() == Double.class) {
            return Double.isFinite(value.doubleValue()) ? (Object) value.doubleValue() : wrong(spec, value);
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) return wrong(spec, value);
        long whole = value.longValue();
        if (spec.type() == long.class || spec.type() == Long.class) return whole;
        if (whole != (int) whole) throw outOfRange(spec, value.toString()).asException();
        return (int) whole;
    }

    static Object choice(SettingSpec spec, String word) {
        return Arrays.stream(spec.type().getEnumConstants()).filter(v -> SettingSpec.word((Enum<?>) v).equals(word)).findFirst()
                .orElseThrow(() -> wrongType(spec, word).asException());
    }

    static Object wrong(SettingSpec spec, Object value) {
        throw wrongType(spec, value).asException();
    }

    /** {@code problem.pipeline.not-KIND}: what the setting takes, and what came. */
    static Problem wrongType(SettingSpec spec, Object value) {
        String key = "pipeline.not-" + spec.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(key, spec.name(), shown(value), spec.choices());
    }

    static Problem outOfRange(SettingSpec spec, String value) {
        boolean whole = spec.type() == int.class || spec.type() == Integer.class;
        return Problem.of("pipeline.setting-range", spec.name(), plain(whole ? Math.max(spec.min(), Integer.MIN_VALUE) : spec.min()),
                plain(whole ? Math.min(spec.max(), Integer.MAX_VALUE) : spec.max()), value);
    }

    /** Numbers go into messages as text: a message's own number format would round 0.0001 to 0. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) return Long.toString((long) value);
        return size >= 1e-9 && size < 1e15 ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString() : Double.toString(value);
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
