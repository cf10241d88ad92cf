package shelfwise.ui.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shelfwise.base.Messages;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.profile.Fix;

/** A step that mends a finding, in the words of its operator. */
record FixText(OperatorCatalogue operators, Messages messages) {
    String name(Fix fix) {
        return messages.text("op." + fix.operator() + ".name");
    }

    /** One line a setting: {@code Conditions: Quantity is greater than 0}. */
    List<String> settings(Fix fix) {
        var lines = new ArrayList<String>();
        operators.find(fix.operator()).ifPresent(operator -> {
            for (SettingSpec spec : form(operator).specs()) {
                Object value = fix.settings().get(spec.name());
                if (value == null) continue;
                String key = "op." + fix.operator() + "." + spec.name();
                lines.add(messages.text("quality.setting", messages.text(key), words(key, spec, value)));
            }
        });
        return lines;
    }

    private static SettingsForm form(Operator<?> operator) {
        return SettingsForm.of(operator);
    }

    private String words(String key, SettingSpec spec, Object value) {
        return switch (value) {
            case List<?> all -> all.stream().map(v -> words(key, spec, v)).collect(Collectors.joining(messages.text("ui.semicolon")));
            case Map<?, ?> row -> SettingsForm.ofRow(spec).specs().stream().filter(s -> row.get(s.name()) != null && !String.valueOf(row.get(s.name())).isEmpty())
                    .map(s -> words(key + "." + s.name(), s, String.valueOf(row.get(s.name())))).collect(Collectors.joining(" "));
            case Boolean yes -> messages.text(yes ? "ui.yes" : "ui.no");
            default -> messages.find(key + "." + value).orElse(String.valueOf(value));
        };
    }
}
