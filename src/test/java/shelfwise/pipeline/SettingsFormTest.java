package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.ToyOperators.Colour;
import shelfwise.pipeline.ToyOperators.EveryKind;
import shelfwise.pipeline.ToyOperators.Row;

class SettingsFormTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final SettingsForm form = SettingsForm.of(operators.operator("toy.every-kind"));
    private final EveryKind.Setup start = (EveryKind.Setup) form.defaults();

    private Problem refusal(String name, Object value) {
        return assertThrows(ProblemException.class, () -> form.with(start, name, value), name + " " + value).problem();
    }

    @Test void theFormTellsEachSettingAsItsRecordDoes() {
        assertEquals(List.of("whole", "large", "decimal", "flag", "text", "choice", "texts", "numbers", "choices", "rows"), form.specs().stream().map(SettingSpec::name).toList());
        assertEquals(List.of(SettingKind.WHOLE, SettingKind.WHOLE, SettingKind.DECIMAL, SettingKind.FLAG, SettingKind.TEXT, SettingKind.CHOICE, SettingKind.TEXT_LIST,
                SettingKind.NUMBER_LIST, SettingKind.CHOICE_LIST, SettingKind.TABLE), form.specs().stream().map(SettingSpec::kind).toList());
        SettingSpec whole = form.spec("whole");
        assertEquals(List.of(1.0, 10_000.0), List.of(whole.min(), whole.max()));
        assertEquals("unit.days", whole.unit());
        assertEquals(7, whole.initial());
        assertTrue(whole.ranged() && !form.spec("text").ranged());
        assertEquals(List.of("red", "dark-blue"), form.spec("choice").choices());
        assertEquals(List.of("word", "weight", "colour"), form.spec("rows").columns().stream().map(SettingSpec::name).toList());
        assertEquals(List.of("", 0.0, Colour.RED), form.spec("rows").columns().stream().map(SettingSpec::initial).toList());
        Picks picks = SettingsForm.of(operators.operator("toy.add")).spec("column").picks().orElseThrow();
        assertEquals(Picks.What.COLUMN, picks.value());
        assertEquals("table", picks.port());
    }

    @Test void oneSettingIsChangedAndTheOthersStay() {
        var changed = (EveryKind.Setup) form.with(start, "whole", 12L);
        assertEquals(12, changed.whole());
        assertEquals(start, form.with(changed, "whole", 7));
        assertEquals(2.0 / 3, form.get(form.with(start, "decimal", 2.0 / 3), "decimal"));
        assertEquals(1.0, form.get(form.with(start, "decimal", 1), "decimal"));
        assertEquals(List.of(new Row("y", 5, Colour.RED)), form.get(form.with(start, "rows", List.of(new Row("y", 5, Colour.RED))), "rows"));
    }

    @Test void wrongValuesAreRefusedByName() {
        assertEquals(Problem.of("pipeline.setting-range", "whole", "1", "10000", "0"), refusal("whole", 0));
        assertEquals(Problem.of("pipeline.setting-range", "numbers", "1", "100", "101"), refusal("numbers", List.of(5, 101)));
        assertEquals("pipeline.setting-range", refusal("large", Long.MAX_VALUE).key());
        assertEquals("pipeline.setting-range", refusal("whole", BigInteger.TWO.pow(70)).key());
        assertEquals("pipeline.not-decimal", refusal("decimal", Double.NaN).key());
        assertEquals("pipeline.not-whole", refusal("whole", 1.5).key());
        assertEquals("pipeline.not-whole", refusal("whole", "1").key());
        assertEquals("pipeline.not-flag", refusal("flag", "true").key());
        assertEquals("pipeline.not-choice", refusal("choice", "red").key());
        assertEquals("pipeline.not-text-list", refusal("texts", "a").key());
        assertEquals("pipeline.not-text-list", refusal("texts", List.of(1)).key());
        assertEquals("pipeline.not-table", refusal("rows", List.of("x")).key());
        assertEquals(Problem.of("pipeline.unknown-setting", "no", List.of("whole", "large", "decimal", "flag", "text", "choice", "texts", "numbers", "choices", "rows")), refusal("no", 1));
    }

    @Test void whatTheRecordRefusesIsToldInItsWords() {
        assertEquals(Problem.of("pipeline.settings-refused", "", "text must not be empty where flag is set"), refusal("flag", true));
        assertEquals(Problem.of("toy.refused", "text"), refusal("text", "problem"));
    }

    @Test void aValueComesBackFromItsText() {
        EveryKind.Setup odd = new EveryKind.Setup(10_000, -1L, 1e-7, true, " x, \"y\" ", Colour.DARK_BLUE, List.of("a, b", " c", "", "[d"), List.of(100), List.of(Colour.DARK_BLUE, Colour.RED),
                List.of(new Row("甲", 0.1, Colour.RED), new Row("", -5, Colour.DARK_BLUE)));
        for (EveryKind.Setup settings : List.of(start, odd)) {
            for (SettingSpec s : form.specs()) {
                Object value = form.get(settings, s.name());
                assertEquals(value, form.parse(s.name(), form.text(s.name(), value)), s.name());
            }
            assertEquals(settings, form.fromJson(form.toJson(settings)));
        }
        assertEquals("5, 10", form.text("numbers", List.of(5, 10)));
        assertEquals("0.25", form.text("decimal", 0.25));
        assertEquals("3", form.text("decimal", 3.0));
        assertEquals("0.000001", form.text("decimal", 1e-6));
    }

    @Test void aSettingsRecordChecksItsRangesByItself() {
        assertEquals("weight must be -5.0 to 5.0, was 6.0", assertThrows(IllegalArgumentException.class, () -> new Row("x", 6, Colour.RED)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Row("x", Double.NaN, Colour.RED));
        assertEquals("amount must be 0 to 1000, was -1", assertThrows(IllegalArgumentException.class, () -> new ToyOperators.Add.Setup(-1, "")).getMessage());
        assertThrows(NullPointerException.class, () -> new Row(null, 0, Colour.RED));
    }

    @Test void aSettingThatMustHoldSomethingIsToldByName() {
        Settings.filled("column", "x");
        Settings.filled("ks", List.of(1));
        for (Object empty : List.of("", " ", List.of())) {
            assertEquals(Problem.of("pipeline.setting-empty", "ks"), assertThrows(ProblemException.class, () -> Settings.filled("ks", empty)).problem());
        }
    }

    @Test void settingsNoFormCanShowAreRefusedWhenTheCatalogueIsMade() {
        record Odd(java.util.Map<String, String> map) { }
        var message = assertThrows(IllegalArgumentException.class, () -> SettingSpec.of(new Odd(java.util.Map.of()))).getMessage();
        assertTrue(message.contains("map"), message);
        var toys = new ToyOperators();
        assertThrows(IllegalArgumentException.class, () -> new OperatorCatalogue(List.of(toys.new Add(), toys.new Add())));
        assertFalse(operators.find("toy.no").isPresent());
    }
}
