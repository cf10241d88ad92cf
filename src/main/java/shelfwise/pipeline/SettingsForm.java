package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operator's settings as data: the window's form, the JSON, the help and the command line all work through it. Problems name the
 * setting; the caller puts node and file before it by {@link Problem#in}.
 */
public final class SettingsForm {
    private final Record defaults;
    private final List<SettingSpec> specs;

    private SettingsForm(Record defaults) {
        this.defaults = defaults;
        specs = SettingSpec.of(defaults);
    }

    /** @throws IllegalArgumentException if a setting is of a type no form can show */
    public static SettingsForm of(Operator<?> operator) {
        return new SettingsForm(operator.defaults());
    }

    /**
     * The form of one row of a table among the settings; its defaults are a plain new row.
     *
     * @throws IllegalArgumentException if {@code table} is of another kind
     * @throws ProblemException if the row's record refuses the plain values
     */
    public static SettingsForm ofRow(SettingSpec table) {
        Checks.that(table.kind() == SettingKind.TABLE, table.name() + " has no rows");
        return new SettingsForm(Records.make(table.type().asSubclass(Record.class), table.columns().stream().map(SettingSpec::initial).toList()));
    }

    public Record defaults() {
        return defaults;
    }

    /** The settings, in the order of the record's components. */
    public List<SettingSpec> specs() {
        return specs;
    }

    /** @throws ProblemException if there is no such setting, naming those there are */
    public SettingSpec spec(String name) {
        return specs.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> unknown(specs, name).asException());
    }

    /** The value of one setting. */
    public Object get(Record settings, String name) {
        return Records.get(settings, spec(name).name());
    }

    /**
     * The settings with one changed.
     *
     * @param value of the setting's Java type; a whole number may come as any kind of integer, a decimal as any number
     * @throws ProblemException if the setting is not known, the value of another type or out of range, or the record refuses it
     */
    public Record with(Record settings, String name, Object value) {
        SettingSpec changed = spec(name);
        Object checked = SettingValues.check(changed, value);
        return make(specs.stream().map(s -> s == changed ? checked : Records.get(settings, s.name())).toList());
    }

    /** The settings with one changed to what {@code text} says; see {@link #parse}. */
    public Record withText(Record settings, String name, String text) {
        return with(settings, name, parse(name, text));
    }

    /**
     * The value that {@code text} says: numbers with '.', {@code true} or {@code false}, a choice by its word, lists separated by commas or as
     * a JSON array, tables as a JSON array of objects.
     *
     * @throws ProblemException if it says none
     */
    public Object parse(String name, String text) {
        return SettingText.parse(spec(name), text);
    }

    /** The text from which {@link #parse} makes {@code value} again. */
    public String text(String name, Object value) {
        return SettingText.write(spec(name), value);
    }

    /** All settings as JSON text, in the order of the record. */
    public String json(Record settings) {
        return toJson(settings).toString();
    }

    /** All settings, in the order of the record. */
    ObjectNode toJson(Record settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (SettingSpec s : specs) json.set(s.name(), SettingJson.write(s, Records.get(settings, s.name())));
        return json;
    }

    /** Settings that are not named take their defaults. @throws ProblemException for the first that is unknown or wrong */
    Record fromJson(ObjectNode json) {
        for (Map.Entry<String, JsonNode> e : json.properties()) spec(e.getKey());
        var values = new ArrayList<Object>();
        for (SettingSpec s : specs) values.add(Optional.ofNullable(json.get(s.name())).map(v -> SettingJson.read(s, v)).orElse(s.initial()));
        return make(values);
    }

    private Record make(List<Object> values) {
        return Records.make(defaults.getClass(), values);
    }

    static Problem unknown(List<SettingSpec> specs, String name) {
        return Problem.of("pipeline.unknown-setting", name, specs.isEmpty() ? "-" : specs.stream().map(SettingSpec::name).toList());
    }
}
