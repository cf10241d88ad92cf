package shelfwise.model.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;

/**
 * i0 "red wine glass", i1 "Red wine", i2 "blue mug", i3 without text. N = 3 texts; red and wine come in 2, so idf = 1 + ln(4/3) = 1.28768;
 * glass, blue, mug in 1: 1 + ln(4/2) = 1.69315. ‖i0‖ = √(2 · 1.28768² + 1.69315²) = 2.48656, so that red and wine weigh 0.51786 in i0 and
 * 1/√2 = 0.70711 in i1: cosine = 2 · 0.51786 · 0.70711 = 0.73236.
 */
class ContentModelTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final double COSINE = 0.73236;
    private static final FitContent.Setup PLAIN = new FitContent.Setup(true, true, true, false, 1, Weights.BINARY);

    /** The catalogue has its rows in another order than the events' ids, and an item that nobody took. */
    private static Catalogue catalogue() {
        var schema = Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE), new Field("kind", ColumnType.TEXT, Role.CATEGORY), new Field("note", ColumnType.TEXT));
        return new Catalogue(new Ids(List.of("i2", "i0", "i9", "i1")), TableBuilder.of(schema, TextCells.of("blue", "red wine", "gold", "Red wine"),
                TextCells.of("mug", "glass", "ring", null), TextCells.of("cheap", "cheap", "dear", "cheap")));
    }

    private static ContentModel fit(FitContent.Setup setup, String... drawn) {
        return FitContent.fit("content", Tiny.drawn(drawn), catalogue(), setup, Progress.NONE);
    }

    @Test void scoresAreCosinesOfTheTexts() {
        assertArrayEquals(new float[] {(float) COSINE, 1, NOTHING, NOTHING}, Tiny.scores(fit(PLAIN, " x  "), 0), 1e-5f);
    }

    @Test void theProfileIsTheSumOfTheHistory() {
        // i1 and i2 have no word in common: ‖profile‖ = √2
        assertArrayEquals(new float[] {(float) (COSINE / Math.sqrt(2)), (float) Math.sqrt(0.5), (float) Math.sqrt(0.5), NOTHING},
                Tiny.scores(fit(PLAIN, " xx "), 0), 1e-5f);
    }

    @Test void weightsOfEventsLeanTheProfile() {
        // 3 · i1 + 1 · i2: length √10
        var events = Tiny.weighted(1, 4, new float[] {3, 1}, new int[] {0, 1}, new int[] {0, 2});
        var model = FitContent.fit("content", events, catalogue(), new FitContent.Setup(true, true, true, false, 1, Weights.AS_THEY_ARE), Progress.NONE);
        assertEquals(1 / Math.sqrt(10), Tiny.scores(model, 0)[2], 1e-5);
    }

    @Test void onlyTheChosenRolesAreRead() {
        // without the category i0 is "red wine" as well
        assertEquals(1, Tiny.scores(fit(new FitContent.Setup(true, true, false, false, 1, Weights.BINARY), " x  "), 0)[0], 1e-5);
    }

    @Test void rareWordsCanBeLeftOut() {
        var model = fit(new FitContent.Setup(true, true, true, false, 2, Weights.BINARY), " xx ");
        assertArrayEquals(new float[] {1, 1, NOTHING, NOTHING}, Tiny.scores(model, 0), 1e-5f); // i2 has no word left
    }

    @Test void sublinearDampensRepeatedWords() {
        // "a a a b" and "b", idf(a) = 1 + ln(3/2) = 1.40547, idf(b) = 1 + ln(3/3) = 1: tf of a is 3, or 1 + ln 3 = 2.09861
        String[] texts = {"a a a b", "b"};
        assertEquals(1 / Math.sqrt(1 + Math.pow(3 * 1.40547, 2)), TermMatrix.of(texts, false, 1, Progress.NONE).common(0, 1).get("b"), 1e-5);
        assertEquals(1 / Math.sqrt(1 + Math.pow(2.09861 * 1.40547, 2)), TermMatrix.of(texts, true, 1, Progress.NONE).common(0, 1).get("b"), 1e-5);
    }

    @Test void theEvidenceNamesTheWords() {
        Evidence why = fit(PLAIN, " xx ").evidence(new History(new int[] {1, 2}, new float[] {1, 1}), 0);
        assertEquals(COSINE / Math.sqrt(2), why.score(), 1e-5);
        assertEquals(1, why.parts().size());
        assertEquals(List.of("red", "wine"), why.parts().getFirst().terms());
        assertEquals(COSINE, why.parts().getFirst().similarity(), 1e-5);
        assertEquals(1, why.parts().getFirst().share(), 1e-9);
    }

    @Test void similarItemsAreThoseOfLikeText() {
        List<Neighbour> similar = fit(PLAIN, "xx  ", "xx  ").similar(0, 5);
        assertEquals(1, similar.size());
        assertEquals(1, similar.getFirst().number());
        assertEquals(COSINE, similar.getFirst().similarity(), 1e-5);
        assertEquals(2, similar.getFirst().support());
    }

    @Test void textsWithoutAWordAreRefused() {
        var nothing = new FitContent.Setup(false, true, false, false, 1, Weights.BINARY); // there is no description
        assertEquals("model.no-words", assertThrows(ProblemException.class, () -> fit(nothing, "x   ")).problem().key());
    }
}
