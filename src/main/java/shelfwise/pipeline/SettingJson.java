package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A setting's value as JSON. Choices are their words, tables are arrays of objects. */
final class SettingJson {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private SettingJson() { }

    static JsonNode write(SettingSpec spec, Object value) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL, FLAG, TEXT, CHOICE -> single(value);
            case TEXT_LIST, NUMBER_LIST, CHOICE_LIST -> {
                ArrayNode array = MAKE.arrayNode();
                for (Object v : (List<?>) value) array.add(single(v));
                yield array;
            }
            case TABLE -> {
                ArrayNode array = MAKE.arrayNode();
                for (Object row : (List<?>) value) array.add(row(spec, (Record) row));
                yield array;
            }
        };
    }

    private static JsonNode row(SettingSpec spec, Record row) {
        ObjectNode json = MAKE.objectNode();
        for (SettingSpec column : spec.columns()) json.set(column.name(), write(column, Records.get(row, column.name())));
        return json;
    }

    private static JsonNode single(Object value) {
        return switch (value) {
            case Integer i -> MAKE.numberNode(i);
            case Long l -> MAKE.numberNode(l);
            case Double d -> MAKE.numberNode(d);
            case Boolean b -> MAKE.booleanNode(b);
            case Enum<?> e -> MAKE.stringNode(SettingSpec.word(e));
            default -> MAKE.stringNode(value.toString());
        };
    }

    /** @throws ProblemException if it is of another type or out of range */
    static Object read(SettingSpec spec, JsonNode json) {
        if (!spec.kind().list()) return SettingValues.check(spec, plain(spec, json));
        if (!json.isArray()) return SettingValues.wrong(spec, json);
        var values = new ArrayList<Object>();
        for (JsonNode element : json) values.add(spec.kind() == SettingKind.TABLE ? row(spec, element, values.size() + 1) : plain(spec, element));
        return SettingValues.check(spec, values);
    }

    private static Object plain(SettingSpec spec, JsonNode json) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL, NUMBER_LIST -> number(spec, json);
            case FLAG -> json.isBoolean() ? (Object) json.booleanValue() : SettingValues.wrong(spec, json);
            case TEXT, TEXT_LIST -> json.isString() ? json.stringValue() : SettingValues.wrong(spec, json);
            case CHOICE, CHOICE_LIST -> json.isString() ? SettingValues.choice(spec, json.stringValue()) : SettingValues.wrong(spec, json);
            case TABLE -> throw new IllegalStateException("a table is read row by row");
        };
    }

    private static Object number(SettingSpec spec, JsonNode json) {
        if (!json.isNumber()) return SettingValues.wrong(spec, json);
        if (spec.type() == double.class || spec.type() == Double.class) return json.asDouble(Double.NaN);
        if (json.isIntegralNumber() && !json.canConvertToLong()) throw SettingValues.outOfRange(spec, json.toString()).asException();
        return json.isIntegralNumber() ? (Object) json.longValue() : SettingValues.wrong(spec, json);
    }

    /** A row has every column: there are no defaults to take for the ones left out. */
    private static Object row(SettingSpec spec, JsonNode json, int number) {
        String place = spec.name() + " " + number;
        if (!json.isObject()) return SettingValues.wrong(spec, json);
        try {
            for (Map.Entry<String, JsonNode> e : json.properties()) {
                if (spec.columns().stream().noneMatch(c -> c.name().equals(e.getKey()))) throw SettingsForm.unknown(spec.columns(), e.getKey()).asException();
            }
            var values = new ArrayList<Object>();
            for (SettingSpec column : spec.columns()) {
                JsonNode value = json.get(column.name());
                if (value == null) throw Problem.of("pipeline.column-left-out", column.name()).asException();
                values.add(read(column, value));
            }
            return Records.make(spec.type().asSubclass(Record.class), values);
        } catch (ProblemException e) {
            throw e.problem().in(place).asException(e);
        }
    }
}
