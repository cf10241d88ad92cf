package shelfwise.pipeline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A setting's value as one line of text, as it is typed on the command line or into a field. */
final class SettingText {
    private static final int LONGEST_NUMBER = 40;

    private SettingText() { }

    static Object parse(SettingSpec spec, String text) {
        if (spec.kind() == SettingKind.TEXT) return text;
        String trimmed = text.strip();
        if (spec.kind() == SettingKind.TABLE || spec.kind().list() && trimmed.startsWith("[")) return json(spec, trimmed);
        if (!spec.kind().list()) return SettingValues.check(spec, single(spec, trimmed));
        if (trimmed.isEmpty()) return List.of();
        return SettingValues.check(spec, Arrays.stream(trimmed.split(",", -1)).map(part -> single(spec, part.strip())).toList());
    }

    private static Object single(SettingSpec spec, String text) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL, NUMBER_LIST -> number(spec, text);
            case FLAG -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> SettingValues.wrong(spec, text);
            };
            case CHOICE, CHOICE_LIST -> SettingValues.choice(spec, text);
            case TEXT, TEXT_LIST -> text;
            case TABLE -> throw new IllegalStateException("a table is read as JSON");
        };
    }

    private static Object number(SettingSpec spec, String text) {
        if (text.length() > LONGEST_NUMBER) return SettingValues.wrong(spec, text);
        try {
            var exact = new BigDecimal(text);
            if (spec.type() == double.class || spec.type() == Double.class) return exact.doubleValue();
            if (exact.scale() > 0) return SettingValues.wrong(spec, text);
            if (exact.precision() - exact.scale() > 19) throw SettingValues.outOfRange(spec, text).asException();
            BigInteger whole = exact.toBigIntegerExact();
            if (whole.bitLength() > 63) throw SettingValues.outOfRange(spec, text).asException();
            return whole.longValueExact();
        } catch (NumberFormatException e) {
            throw SettingValues.wrongType(spec, text).asException(e);
        }
    }

    private static Object json(SettingSpec spec, String text) {
        try {
            return SettingJson.read(spec, JsonFiles.parse(text));
        } catch (JsonFiles.BrokenJson e) {
            throw SettingValues.wrongType(spec, text).asException(e);
        }
    }

    static String write(SettingSpec spec, Object value) {
        return switch (spec.kind()) {
            case WHOLE, FLAG, TEXT -> value.toString();
            case DECIMAL -> SettingValues.plain((Double) value);
            case CHOICE -> SettingSpec.word((Enum<?>) value);
            case TEXT_LIST -> ((List<?>) value).stream().allMatch(v -> plainPart(v.toString())) ? joined(value) : SettingJson.write(spec, value).toString();
            case NUMBER_LIST -> ((List<?>) value).stream().map(v -> v instanceof Double d ? SettingValues.plain(d) : v.toString()).collect(Collectors.joining(", "));
            case CHOICE_LIST -> ((List<?>) value).stream().map(v -> SettingSpec.word((Enum<?>) v)).collect(Collectors.joining(", "));
            case TABLE -> SettingJson.write(spec, value).toString();
        };
    }

    private static boolean plainPart(String text) {
        return !text.isEmpty() && text.equals(text.strip()) && !text.contains(",") && !text.startsWith("[");
    }

    private static String joined(Object value) {
        return ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
