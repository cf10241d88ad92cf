package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Messages;

/** Lays out an operator's help for a terminal. */
final class OperatorHelpText {
    private static final String INDENT = "  ";
    private final Messages messages;
    private final StringBuilder out = new StringBuilder();

    OperatorHelpText(Messages messages) {
        this.messages = messages;
    }

    String of(OperatorHelp help) {
        line("", help.name() + " (" + help.id() + ")");
        line("", help.meaning());
        ports("setting.inputs", help.inputs());
        ports("setting.outputs", help.outputs());
        if (!help.settings().isEmpty()) heading("setting.settings");
        for (OperatorHelp.SettingHelp s : help.settings()) setting(INDENT, s);
        return out.toString();
    }

    private void heading(String key) {
        line("", "");
        line("", messages.text(key));
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }

    private void ports(String heading, List<OperatorHelp.PortHelp> ports) {
        if (ports.isEmpty()) return;
        heading(heading);
        for (OperatorHelp.PortHelp p : ports) line(INDENT, p.name() + ": " + p.type() + (p.note().isEmpty() ? "" : ", " + p.note()));
    }

    private void setting(String indent, OperatorHelp.SettingHelp setting) {
        line(indent, setting.name() + ": " + setting.label() + facts(setting));
        line(indent + INDENT, setting.meaning());
        for (OperatorHelp.Choice c : setting.choices()) line(indent + INDENT, c.word() + ": " + c.label());
        for (OperatorHelp.SettingHelp c : setting.columns()) setting(indent + INDENT, c);
    }

    /** Range and default, in brackets. */
    private String facts(OperatorHelp.SettingHelp setting) {
        var facts = new ArrayList<String>();
        if (!setting.range().isEmpty()) facts.add(setting.range());
        if (!setting.initial().isEmpty()) facts.add(messages.text("setting.default", setting.initial()));
        return facts.isEmpty() ? "" : " (" + String.join("; ", facts) + ")";
    }
}
