package shelfwise.export;

import java.util.ArrayList;
import java.util.List;
import shelfwise.base.Messages;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

/** The settings of a step that are not its defaults, with what they mean. */
record PageSettings(OperatorCatalogue operators, Messages messages) {
    private static final int LONGEST = 400;

    void table(Markdown page, Pipeline pipeline, Node node) {
        if (operators.readable(node).isEmpty()) return;
        SettingsForm form = operators.form(node);
        var rows = new ArrayList<List<String>>();
        for (SettingSpec s : form.specs()) {
            Object value = form.get(node.settings(), s.name());
            if (value.equals(s.initial())) continue;
            String key = "op." + node.operator() + "." + s.name(), meaning = messages.find(key + ".help").map(_ -> messages.text(key + ".help")).orElse("");
            String follows = Parameters.of(pipeline, node.id(), s.name()).map(p -> " (" + messages.text("page.followed", p.name()) + ")").orElse("");
            rows.add(List.of(messages.text(key) + follows, shown(key, s, form.text(s.name(), value)), shown(key, s, form.text(s.name(), s.initial())), meaning));
        }
        if (rows.isEmpty()) {
            if (!form.specs().isEmpty()) page.line(messages.text("page.defaults"));
            return;
        }
        page.row(messages.text("page.setting"), messages.text("page.value"), messages.text("page.default"), messages.text("page.meaning")).rule(4);
        for (List<String> r : rows) page.row(r.toArray(String[]::new));
        page.end();
    }

    private String shown(String key, SettingSpec spec, String text) {
        if (text.isEmpty() || text.equals("[]")) return "–";
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return switch (spec.kind()) {
            case FLAG -> messages.text(text.equals("true") ? "setting.yes" : "setting.no");
            case CHOICE -> messages.find(key + "." + text).map(_ -> messages.text(key + "." + text)).orElse(text);
            case WHOLE, DECIMAL, TEXT, TEXT_LIST, NUMBER_LIST, CHOICE_LIST, TABLE -> cut;
        };
    }
}
