package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Messages;

/**
 * What people read about an operator, in one language: made from its definition and its messages, for the window and the command line alike.
 *
 * @param id       as in files
 * @param name     as on the palette
 * @param meaning  what it does
 * @param inputs   in the operator's order
 * @param outputs  in the operator's order
 * @param settings in the order of the form
 */
public record OperatorHelp(String id, String name, String meaning, List<PortHelp> inputs, List<PortHelp> outputs, List<SettingHelp> settings) {
    public OperatorHelp {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        settings = List.copyOf(settings);
    }

    /**
     * An input or output.
     *
     * @param name as in files
     * @param type what flows there, as people call it
     * @param note whether it may stay without a link or takes several; empty for neither
     */
    public record PortHelp(String name, String type, String note) { }

    /**
     * A setting, or a column of one that is a small table.
     *
     * @param name    as in files and on the command line
     * @param label   as in the form
     * @param initial the default as it is written on the command line; empty for none, and for a column
     * @param shown   the default as people read it
     * @param range   what numbers may be, with the unit; empty where there is none, or all fits
     * @param choices of a choice or a list of choices, in their order
     * @param columns of a small table, in their order
     */
    public record SettingHelp(String name, String label, String meaning, SettingKind kind, String initial, String shown, String range, List<Choice> choices,
            List<SettingHelp> columns) {
        public SettingHelp {
            choices = List.copyOf(choices);
            columns = List.copyOf(columns);
        }
    }

    /** @param word as in files and on the command line */
    public record Choice(String word, String label) { }

    /** The help of {@code operator} in the language of {@code messages}. */
    public static OperatorHelp of(Operator<?> operator, Messages messages) {
        String key = "op." + operator.id();
        return new OperatorHelp(operator.id(), messages.text(key + ".name"), messages.text(key + ".help"), ports(operator.inputs(), messages),
                ports(operator.outputs(), messages), SettingsForm.of(operator).specs().stream().map(s -> setting(s, key, false, messages)).toList());
    }

    private static List<PortHelp> ports(List<Port> ports, Messages messages) {
        return ports.stream().map(p -> {
            var notes = new ArrayList<String>();
            if (p.optional()) notes.add(messages.text("setting.optional"));
            if (p.many()) notes.add(messages.text("setting.several"));
            return new PortHelp(p.name(), messages.text("port-type." + p.type().word()), messages.list(notes.stream()));
        }).toList();
    }

    private static SettingHelp setting(SettingSpec spec, String parent, boolean column, Messages messages) {
        String key = parent + "." + spec.name();
        List<Choice> choices = spec.choices().stream().map(word -> new Choice(word, messages.text(key + "." + word))).toList();
        String initial = column || spec.initial() instanceof List<?> l && l.isEmpty() ? "" : SettingText.write(spec, spec.initial());
        return new SettingHelp(spec.name(), messages.text(key), messages.text(key + ".help"), spec.kind(), initial, shown(spec, initial, choices, messages),
                range(spec, messages), choices, spec.columns().stream().map(c -> setting(c, key, true, messages)).toList());
    }

    private static String shown(SettingSpec spec, String initial, List<Choice> choices, Messages messages) {
        return switch (spec.kind()) {
            case FLAG -> initial.isEmpty() ? "" : messages.text(initial.equals("true") ? "setting.yes" : "setting.no");
            case CHOICE -> choices.stream().filter(c -> c.word().equals(initial)).map(Choice::label).findFirst().orElse("");
            case WHOLE, DECIMAL, TEXT, TEXT_LIST, NUMBER_LIST, CHOICE_LIST, TABLE -> initial;
        };
    }

    static String range(SettingSpec spec, Messages messages) {
        if (!spec.ranged() || spec.min() <= Long.MIN_VALUE && spec.max() >= Long.MAX_VALUE) return "";
        String range = messages.text("setting.range", SettingValues.plain(spec.min()), SettingValues.plain(spec.max()));
        return spec.unit().isEmpty() ? range : range + " " + messages.text(spec.unit());
    }

    /** All of it as plain text, with headings in the language of {@code messages}: one line for each port and setting. */
    public String text(Messages messages) {
        return new OperatorHelpText(messages).of(this);
    }
}
