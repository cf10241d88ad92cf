package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.ToyOperators.EveryKind;

class OverridesTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final Pipeline pipeline = Pipeline.empty("p").add(Node.of("every", operators.operator("toy.every-kind"))).add(Node.of("item-knn", operators.operator("toy.add")));

    private EveryKind.Setup changed(String... changes) {
        return (EveryKind.Setup) Overrides.apply(pipeline, List.of(changes), operators).node("every").settings();
    }

    @Test void eachKindOfSettingCanBeChanged() {
        assertEquals(100, changed("every.whole=100").whole());
        assertEquals(-7, changed("every.large= -7 ").large());
        assertEquals(0.001, changed("every.decimal=1e-3").decimal());
        assertEquals(ToyOperators.Colour.DARK_BLUE, changed("every.choice=dark-blue").choice());
        assertEquals(" a = b.c, d ", changed("every.text= a = b.c, d ").text());
        assertEquals(List.of("甲", "b c"), changed("every.texts=甲, b c").texts());
        assertEquals(List.of("a,b", ""), changed("every.texts=[\"a,b\", \"\"]").texts());
        assertEquals(List.of(), changed("every.texts=").texts());
        assertEquals(List.of(1, 20), changed("every.numbers=1,20").numbers());
        assertEquals(List.of(ToyOperators.Colour.RED), changed("every.choices=red").choices());
        assertEquals(List.of(new ToyOperators.Row("z", -1, ToyOperators.Colour.RED)),
                changed("every.rows=[{\"word\": \"z\", \"weight\": -1, \"colour\": \"red\"}]").rows());
    }

    @Test void changesAreMadeInOrderAndOthersStay() {
        EveryKind.Setup last = changed("every.text=x", "every.flag=true", "every.whole=1", "every.whole=2");
        assertEquals(new EveryKind.Setup(2, 5_000_000_000L, 0.25, true, "x", ToyOperators.Colour.RED, List.of("a", "b"), List.of(5, 10), List.of(), last.rows()), last);
        assertSame(pipeline.node("item-knn"), Overrides.apply(pipeline, List.of("every.whole=1"), operators).node("item-knn"));
        assertEquals(pipeline, Overrides.apply(pipeline, List.of(), operators));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "every.whole|override|every.whole", "=1|override|=1", "every.=1|override|every.=1", ".whole=1|override|.whole=1", "whole=1.5|override|whole=1.5",
            "nobody.whole=1|unknown-node|nobody", "every.wholes=1|unknown-setting|every: wholes", "item-knn.amount=1001|setting-range|item-knn: amount",
            "every.whole=0|setting-range|every: whole", "every.whole=99999999999999999999|setting-range|every: whole", "every.whole=1e3000000|setting-range|every: whole",
            "every.whole=many|not-whole|every: whole", "every.whole=|not-whole|every: whole", "every.decimal=NaN|not-decimal|every: decimal", "every.decimal=0,5|not-decimal|every: decimal",
            "every.decimal=-0.1|setting-range|every: decimal", "every.flag=yes|not-flag|every: flag", "every.choice=blue|not-choice|every: choice",
            "every.numbers=5,,6|not-number-list|every: numbers", "every.choices=red,green|not-choice-list|every: choices", "every.rows=x|not-table|every: rows",
            "every.flag=true|settings-refused|every", "item-knn.amount=13|settings-refused|item-knn"})
    void whatCanNotBeChangedIsToldByNodeAndSetting(String change, String key, String where) {
        Problem problem = assertThrows(ProblemException.class, () -> Overrides.apply(pipeline, List.of("every.text=", change), operators), change).problem();
        assertEquals("pipeline." + key, problem.key());
        assertEquals(where, problem.where());
    }

    @Test void anUnknownNameTellsThoseThereAre() {
        assertEquals(List.of(List.of("every", "item-knn")), assertThrows(ProblemException.class, () -> changed("no.whole=1")).problem().args());
        assertEquals(List.of(List.of("amount", "column")), assertThrows(ProblemException.class, () -> changed("item-knn.no=1")).problem().args());
    }
}
