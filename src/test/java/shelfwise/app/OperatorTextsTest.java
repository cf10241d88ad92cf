package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

class OperatorTextsTest {
    @Test void everyOperatorSettingAndChoiceHasItsTextAndNoTextIsLeftOver() {
        var wanted = new TreeSet<String>();
        for (Operator<?> operator : Operators.ALL) {
            String prefix = "op." + operator.id();
            wanted.addAll(List.of(prefix + ".name", prefix + ".help"));
            addSettings(prefix, SettingsForm.of(operator).specs(), wanted);
        }
        var known = new TreeSet<>(Messages.in(Locale.ENGLISH).keys("op."));
        assertEquals(List.of(), wanted.stream().filter(k -> !known.contains(k)).toList(), "missing");
        assertEquals(List.of(), known.stream().filter(k -> !wanted.contains(k)).toList(), "left over");
    }

    @Test void everyUnitHasItsText() {
        var missing = new ArrayList<String>();
        Messages english = Messages.in(Locale.ENGLISH);
        for (Operator<?> operator : Operators.ALL) {
            for (SettingSpec s : SettingsForm.of(operator).specs()) {
                if (!s.unit().isEmpty() && english.find(s.unit()).isEmpty()) missing.add(operator.id() + " " + s.name() + " " + s.unit());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test void noHelpEndsWithTheRangeThatTheFormTellsBehindIt() {
        var twice = new ArrayList<String>();
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.in(language);
            for (Operator<?> operator : Operators.ALL) {
                for (SettingSpec s : SettingsForm.of(operator).specs()) {
                    String key = "op." + operator.id() + "." + s.name() + ".help";
                    if (s.ranged() && messages.text(key).matches(".*" + messages.text("setting.range", plain(s.min()), plain(s.max())) + "[.。]")) twice.add(key);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    private static String plain(double number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static void addSettings(String prefix, List<SettingSpec> specs, TreeSet<String> wanted) {
        for (SettingSpec s : specs) {
            String key = prefix + "." + s.name();
            wanted.addAll(List.of(key, key + ".help"));
            for (String choice : s.choices()) wanted.add(key + "." + choice);
            addSettings(key, s.columns(), wanted);
        }
    }
}
