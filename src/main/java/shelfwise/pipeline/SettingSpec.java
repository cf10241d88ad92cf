package shelfwise.pipeline;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shelfwise.base.Checks;

/**
 * One setting, as told by its record component.
 *
 * @param name    the component's name, used in files, on the command line and in message keys
 * @param kind    what it takes
 * @param type    the Java type of the value; of a list, that of an element
 * @param min     smallest number allowed; negative infinity where there is no {@link Between}
 * @param max     largest number allowed; infinity where there is no {@link Between}
 * @param unit    message key of the unit; empty for none
 * @param picks   what of the project the form can offer for it
 * @param choices the words of an enumeration's values, in their order; empty for other kinds
 * @param columns of a TABLE, what each row holds; empty for other kinds
 * @param seldom  whether it is folded away in forms, see {@link Seldom}
 * @param initial the operator's default; of a table's column, a plain first value for a new row
 */
public record SettingSpec(String name, SettingKind kind, Class<?> type, double min, double max, String unit, Optional<Picks> picks,
        List<String> choices, List<SettingSpec> columns, boolean seldom, Object initial) {
    public SettingSpec {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    /** Whether {@link Between} sets a range. */
    public boolean ranged() {
        return min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
    }

    /** How an enumeration's value is written: lower case, words joined by '-'. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The specs of a settings record, in the order of its components. */
    static List<SettingSpec> of(Record defaults) {
        return Arrays.stream(defaults.getClass().getRecordComponents()).map(c -> of(c, Optional.of(Records.get(defaults, c)))).toList();
    }

    private static List<SettingSpec> columns(Class<?> row) {
        return Arrays.stream(row.getRecordComponents()).map(c -> of(c, Optional.empty())).toList();
    }

    private static SettingSpec of(RecordComponent component, Optional<Object> initial) {
        boolean list = component.getType() == List.class;
        Class<?> type = list && component.getGenericType() instanceof ParameterizedType p && p.getActualTypeArguments()[0] instanceof Class<?> element
                ? element : component.getType();
        SettingKind kind = list ? listKind(type, component) : kind(type, component);
        Between range = component.getAnnotation(Between.class);
        double min = range == null ? Double.NEGATIVE_INFINITY : range.min(), max = range == null ? Double.POSITIVE_INFINITY : range.max();
        List<SettingSpec> columns = kind == SettingKind.TABLE ? columns(type) : List.of();
        List<String> choices = type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(v -> word((Enum<?>) v)).toList() : List.of();
        return new SettingSpec(component.getName(), kind, type, min, max, range == null ? "" : range.unit(),
                Optional.ofNullable(component.getAnnotation(Picks.class)), choices, columns,
                component.isAnnotationPresent(Seldom.class), initial.orElseGet(() -> plain(kind, type, min, max)));
    }

    private static SettingKind kind(Class<?> type, RecordComponent component) {
        if (type == int.class || type == long.class) return SettingKind.WHOLE;
        if (type == double.class) return SettingKind.DECIMAL;
        if (type == boolean.class) return SettingKind.FLAG;
        if (type == String.class) return SettingKind.TEXT;
        Checks.that(type.isEnum(), "no form can show the setting " + component);
        return SettingKind.CHOICE;
    }

    private static SettingKind listKind(Class<?> element, RecordComponent component) {
        if (element == String.class) return SettingKind.TEXT_LIST;
        if (element == Integer.class || element == Long.class || element == Double.class) return SettingKind.NUMBER_LIST;
        if (element.isEnum()) return SettingKind.CHOICE_LIST;
        Checks.that(element.isRecord(), "no form can show the setting " + component);
        return SettingKind.TABLE;
    }

    private static Object plain(SettingKind kind, Class<?> type, double min, double max) {
        double number = Math.clamp(0, min, max);
        return switch (kind) {
            case WHOLE -> type == int.class ? (Object) (int) number : (Object) (long) number;
            case DECIMAL -> number;
            case FLAG -> false;
            case TEXT -> "";
            case CHOICE -> type.getEnumConstants()[0];
            case TEXT_LIST, NUMBER_LIST, CHOICE_LIST, TABLE -> List.of();
        };
    }
}
