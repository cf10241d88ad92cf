package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.pipeline.OperatorHelp.Choice;
import shelfwise.pipeline.OperatorHelp.PortHelp;
import shelfwise.pipeline.OperatorHelp.SettingHelp;

class OperatorHelpTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH), CHINESE = Messages.in(Locale.SIMPLIFIED_CHINESE);
    private final OperatorCatalogue operators = new ToyOperators().catalogue();

    private static SettingHelp setting(OperatorHelp help, String name) {
        return help.settings().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    @Test void portsSayTypeAndWhetherTheyMayBeFreeOrTakeSeveral() {
        OperatorHelp help = OperatorHelp.of(operators.operator("toy.total"), ENGLISH);
        assertEquals(List.of(new PortHelp("tables", "Table", "several"), new PortHelp("model", "Model", "optional")), help.inputs());
        assertEquals(List.of(new PortHelp("table", "Table", "")), help.outputs());
        assertEquals(List.of(new PortHelp("tables", "表", "可多个"), new PortHelp("model", "模型", "可选")), OperatorHelp.of(operators.operator("toy.total"), CHINESE).inputs());
    }

    @Test void settingsSayDefaultRangeAndChoices() {
        OperatorHelp help = OperatorHelp.of(operators.operator("toy.every-kind"), ENGLISH);
        assertEquals("1 to 10000 days", setting(help, "whole").range());
        assertEquals("7", setting(help, "whole").initial());
        assertEquals("0 to 1", setting(help, "decimal").range());
        assertEquals("0.25", setting(help, "decimal").initial());
        assertEquals(List.of("false", "no"), List.of(setting(help, "flag").initial(), setting(help, "flag").shown()));
        assertEquals("red", setting(help, "choice").initial());
        assertEquals(List.of("red", "dark-blue"), setting(help, "choices").choices().stream().map(Choice::word).toList());
        assertEquals("a, b", setting(help, "texts").initial());
        assertEquals("", setting(help, "choices").initial());
        assertEquals("", setting(help, "text").range());
        List<SettingHelp> columns = setting(help, "rows").columns();
        assertEquals(List.of("word", "weight", "colour"), columns.stream().map(SettingHelp::name).toList());
        assertEquals(List.of("", "-5 to 5"), List.of(columns.get(1).initial(), columns.get(1).range()));
    }

    @Test void aRangeThatHoldsEveryNumberIsNotTold() {
        record Seeded(@Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long seed) { }
        assertEquals("-9223372036854775808", SettingText.write(SettingSpec.of(new Seeded(0)).getFirst(), Long.MIN_VALUE));
        assertEquals("", OperatorHelp.range(SettingSpec.of(new Seeded(0)).getFirst(), ENGLISH));
    }

    @Test void whatIsWrittenAsDefaultIsReadAsDefault() {
        Operator<?> every = operators.operator("toy.every-kind");
        SettingsForm form = SettingsForm.of(every);
        for (SettingHelp s : OperatorHelp.of(every, ENGLISH).settings()) assertEquals(form.get(form.defaults(), s.name()), form.parse(s.name(), s.initial()), s.name());
    }

    @Test void aTextOfTheMessagesIsUsedAndAGapIsSeen() {
        OperatorHelp help = OperatorHelp.of(operators.operator("toy.add"), ENGLISH);
        assertEquals("‹op.toy.add.name›", help.name());
        assertEquals("‹op.toy.add.amount.help›", setting(help, "amount").meaning());
    }

    @Test void thePlainTextHasALineForEachPortAndSetting() {
        String text = OperatorHelp.of(operators.operator("toy.add"), ENGLISH).text(ENGLISH);
        assertEquals("""
                ‹op.toy.add.name› (toy.add)
                ‹op.toy.add.help›

                Inputs
                  table: Table

                Outputs
                  table: Table

                Settings
                  amount: ‹op.toy.add.amount› (0 to 1000; default 1)
                    ‹op.toy.add.amount.help›
                  column: ‹op.toy.add.column› (default value)
                    ‹op.toy.add.column.help›
                """, text);
        String chinese = OperatorHelp.of(operators.operator("toy.every-kind"), CHINESE).text(CHINESE);
        assertTrue(chinese.contains("\n    dark-blue: ‹op.toy.every-kind.choice.dark-blue›\n"), chinese);
        assertTrue(chinese.contains("\n    weight: ‹op.toy.every-kind.rows.weight› (-5 到 5)\n      ‹"), chinese);
        assertFalse(OperatorHelp.of(operators.operator("toy.numbers"), ENGLISH).text(ENGLISH).contains("Inputs"));
    }
}
