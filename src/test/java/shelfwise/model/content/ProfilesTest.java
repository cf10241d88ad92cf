package shelfwise.model.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Tiny;
import shelfwise.model.Weights;
import shelfwise.model.vectors.Profile;

/**
 * i0 "a", i1 "a b", i2 "b", i3 "c", i4 "c d", i5 "d", each letter in two of N = 6 items, so that all terms weigh the same and
 * cos(i0, i1) = 1/√2.
 */
class ProfilesTest {
    private static final float NOTHING = Float.NEGATIVE_INFINITY;
    private static final double ROOT = Math.sqrt(0.5);
    private static final String[] TITLES = {"a", "a b", "b", "c", "c d", "d"};

    private static Catalogue titles() {
        return new Catalogue(Tiny.ids("i", 6), TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE)), TextCells.of(TITLES)));
    }

    private static FitContent.Setup setup(Profile profile, int nearest, int interests, Weights weights) {
        return new FitContent.Setup(true, true, true, false, 1, weights, 0, 0, Scheme.TF_IDF, profile, nearest, interests);
    }

    private static ContentModel fit(FitContent.Setup setup, Interactions events) {
        return FitContent.fit("content", events, titles(), setup, Progress.NONE);
    }

    @Test void theNearestOfTheHistoryCount() {
        // history i0, i2, i3: i1 is 1/√2 from i0 and from i2
        var events = Tiny.drawn("x xx  ");
        assertArrayEquals(new float[] {1, (float) ROOT, 1, 1, (float) ROOT, NOTHING},
                Tiny.scores(fit(setup(Profile.NEAREST, 1, 1, Weights.BINARY), events), 0), 1e-6f);
        assertArrayEquals(new float[] {1, (float) (2 * ROOT), 1, 1, (float) ROOT, NOTHING},
                Tiny.scores(fit(setup(Profile.NEAREST, 2, 1, Weights.BINARY), events), 0), 1e-6f);
    }

    @Test void theNearestKeepTheirWeights() {
        // i0 with 2, i1 with 3: for i0 its own 1 · 2, then i1's 1/√2 · 3
        var events = Tiny.weighted(1, 6, new float[] {2, 3}, new int[] {0, 0}, new int[] {0, 1});
        float[] scores = Tiny.scores(fit(setup(Profile.NEAREST, 2, 1, Weights.AS_THEY_ARE), events), 0);
        assertEquals(2 + 3 * ROOT, scores[0], 1e-5);
        assertEquals(3 + 2 * ROOT, scores[1], 1e-5);
        assertEquals(3 * ROOT, scores[2], 1e-5);
    }

    @Test void aHistoryOfTwoKindsHasTwoProfiles() {
        // groups {i0, i1} and {i3, i4}; p = (1 + 1/√2, 1/√2), ‖p‖² = 2 + √2
        var model = fit(setup(Profile.INTERESTS, 1, 2, Weights.BINARY), Tiny.drawn("xx xx "));
        double norm = Math.sqrt(2 + Math.sqrt(2)), first = (1 + ROOT) / norm, second = ROOT / norm;
        assertArrayEquals(new float[] {(float) first, (float) (ROOT * (1 + 2 * ROOT) / norm), (float) second,
                (float) first, (float) (ROOT * (1 + 2 * ROOT) / norm), (float) second}, Tiny.scores(model, 0), 1e-5f);
        Evidence why = model.evidence(new History(new int[] {0, 1, 3, 4}, new float[] {1, 1, 1, 1}), 5);
        assertEquals(List.of(4), why.parts().stream().map(Evidence.Part::number).toList(), "only the kind that it belongs to, and the words in common");
        assertEquals(List.of("d"), why.parts().getFirst().terms());
    }

    @Test void oneGroupIsTheMean() {
        var events = Tiny.drawn("xx xx ");
        assertArrayEquals(Tiny.scores(fit(setup(Profile.MEAN, 1, 1, Weights.BINARY), events), 0),
                Tiny.scores(fit(setup(Profile.INTERESTS, 1, 1, Weights.BINARY), events), 0));
    }

    /** i0 red mug Acme, i1 blue mug Acme, i2 blue lamp Best or Acme, i3 nothing; prices 1, 2, 10, none. */
    private static Catalogue attributes() {
        var schema = Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE), new Field("brand", ColumnType.TEXT, Role.FEATURE),
                new Field("price", ColumnType.DECIMAL, Role.PRICE));
        return new Catalogue(new Ids(List.of("i0", "i1", "i2", "i3")), TableBuilder.of(schema, TextCells.of("red mug", "blue mug", "blue lamp", null),
                TextCells.of("Acme", "Acme", "Best | Acme", null), new DoubleCells(new double[] {1, 2, 10, Double.NaN})));
    }

    private static List<String> common(FitContent.Setup setup, int a, int b) {
        var texts = Texts.of(Tiny.ids("i", 4), attributes(), setup.choice());
        return new TermSpace(TermMatrix.of(texts, setup.terms(), Progress.NONE)).common(a, b);
    }

    private static FitContent.Setup attributes(double weight, int bands) {
        return new FitContent.Setup(true, true, true, false, 1, Weights.BINARY, weight, bands, Scheme.TF_IDF, Profile.MEAN, 1, 1);
    }

    @Test void attributesAreWholeTermsOfTheirOwnWeight() {
        // idf: brand Acme in 3 of 3: 1; mug and blue in 2: 1 + ln(4/3) = 1.28768; red, lamp, Best: 1 + ln 2 = 1.69315
        var texts = Texts.of(Tiny.ids("i", 4), attributes(), attributes(2, 0).choice());
        var matrix = TermMatrix.of(texts, attributes(2, 0).terms(), Progress.NONE);
        double mug = 1.28768, red = 1.69315, i0 = Math.sqrt(red * red + mug * mug + 4), i1 = Math.sqrt(2 * mug * mug + 4);
        assertEquals((mug * mug + 4) / (i0 * i1), matrix.cosine(0, 1), 1e-5);
        assertEquals(List.of("brand: Acme", "mug"), common(attributes(2, 0), 0, 1));
        assertEquals(List.of("brand: Acme"), common(attributes(1, 0), 0, 2), "one of several values in a cell");
        assertEquals(List.of(), common(attributes(0, 5), 0, 2), "words alone");
        assertEquals(0, matrix.weights().count(3));
    }

    @Test void numbersFallIntoBandsOfAsManyItems() {
        var texts = Texts.of(Tiny.ids("i", 4), attributes(), attributes(1, 2).choice());
        // 1 | 2, 10: the middle one of three begins the upper half
        assertTrue(texts.values().get(0).contains("price: 1"));
        assertTrue(texts.values().get(1).contains("price: 2–10"));
        assertTrue(texts.values().get(2).contains("price: 2–10"));
        assertEquals(List.of(), texts.values().get(3));
    }

    @Test void bm25LevelsOffAndMindsTheLength() {
        // "a a b" and "a": lengths 3 and 1, mean 2. idf(a) = ln(1 + 0.5 / 2.5) = 0.182322, idf(b) = ln(1 + 1.5 / 1.5) = 0.693147
        // a in i0: 2 · 2.2 / (2 + 1.2 · (0.25 + 0.75 · 1.5)) = 4.4 / 3.65 = 1.205479; b: 2.2 / 2.65 = 0.830189
        double a = 1.205479 * 0.182322, b = 0.830189 * 0.693147;
        var texts = new Texts(new String[] {"a a b", "a"}, List.of(List.of(), List.of()));
        assertEquals(a / Math.hypot(a, b), TermMatrix.of(texts, new TermWeights(Scheme.BM25, false, 1, 0), Progress.NONE).cosine(0, 1), 1e-5);
    }

    @Test void itemsNeverSoldGetScores() {
        assertEquals(1, Tiny.scores(fit(setup(Profile.NEAREST, 3, 1, Weights.BINARY), Tiny.drawn("x     ")), 0)[0], 1e-6);
        assertEquals(ROOT, Tiny.scores(fit(setup(Profile.NEAREST, 3, 1, Weights.BINARY), Tiny.drawn("x     ")), 0)[1], 1e-6);
    }
}
