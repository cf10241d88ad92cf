package shelfwise.model.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.data.Vectors;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

class TextVectorsTest {
    private static final String[] SHOP = {"red wine glass", "red wine", "blue mug", "blue coffee mug", "wine glass", "coffee", null};

    private static Catalogue catalogue(String... titles) {
        return new Catalogue(Tiny.ids("i", titles.length), TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE)), TextCells.of(titles)));
    }

    private static TextVectors.Setup setup(TextVectors.Method method, int length, int rounds) {
        return new TextVectors.Setup(method, length, true, true, true, 0, 1, rounds, 7);
    }

    private static Vectors vectors(TextVectors.Setup setup, String... titles) {
        return TextVectors.vectors("texts", catalogue(titles), setup, new Workers(1), Progress.NONE);
    }

    private static double cosine(Vectors v, String a, String b) {
        double sum = 0;
        for (int f = 0; f < v.dimensions(); f++) sum += v.values()[v.ids().number(a) * v.dimensions() + f] * v.values()[v.ids().number(b) * v.dimensions() + f];
        return sum;
    }

    @Test void vectorsAsLongAsThereAreTopicsKeepAllCosines() {
        Vectors vectors = vectors(setup(TextVectors.Method.TOPICS, 10, 2), SHOP);
        assertEquals(List.of("i0", "i1", "i2", "i3", "i4", "i5"), vectors.ids().all(), "an item without text has none");
        TermMatrix exact = TermMatrix.of(new String[] {SHOP[0], SHOP[1], SHOP[2], SHOP[3], SHOP[4], SHOP[5]}, true, 1, Progress.NONE);
        for (int a = 0; a < 6; a++) for (int b = 0; b < 6; b++) assertEquals(exact.cosine(a, b), cosine(vectors, "i" + a, "i" + b), 1e-5, a + " " + b);
    }

    @Test void wordsThatComeTogetherAreAlike() {
        // "cup" and "mug" never come together, but both with "coffee"; "lamp" with neither
        Vectors vectors = vectors(setup(TextVectors.Method.TOPICS, 2, 3), "coffee mug", "coffee cup", "mug", "cup", "lamp shade", "lamp", "shade");
        assertTrue(cosine(vectors, "i2", "i3") > 0.99, "" + cosine(vectors, "i2", "i3"));
        assertEquals(0, cosine(vectors, "i2", "i5"), 1e-5);
    }

    /** The best that any vectors of that length can do is told by the largest eigenvalues, found here one by one by power iteration. */
    @Test void topicsKeepAsMuchAsAnyVectorsOfThatLengthCan() {
        var random = new Random(3);
        String[] titles = new String[60];
        for (int i = 0; i < titles.length; i++) {
            var words = new StringBuilder();
            for (int k = 0; k < 6; k++) words.append(" w").append((i % 4) * 5 + random.nextInt(8));
            titles[i] = words.toString();
        }
        TermMatrix text = TermMatrix.of(titles, true, 1, Progress.NONE);
        Tall made = LatentTopics.of(text.weights(), 5, 4, 1, new Workers(1), Progress.NONE);
        double kept = 0;
        for (float v : made.values()) kept += v * v;
        double[][] gram = new double[60][60];
        for (int a = 0; a < 60; a++) for (int b = 0; b < 60; b++) gram[a][b] = text.cosine(a, b);
        double best = 0;
        for (int k = 0; k < 5; k++) best += largest(gram);
        assertEquals(best, kept, 1e-3 * best);
    }

    /** The largest eigenvalue, which is then taken out of the matrix. */
    private static double largest(double[][] m) {
        double[] x = new double[m.length];
        for (int i = 0; i < x.length; i++) x[i] = 1 + 0.01 * i;
        double value = 0;
        for (int round = 0; round < 3000; round++) {
            double[] y = new double[x.length];
            for (int a = 0; a < x.length; a++) for (int b = 0; b < x.length; b++) y[a] += m[a][b] * x[b];
            value = 0;
            for (double v : y) value += v * v;
            value = Math.sqrt(value);
            for (int a = 0; a < x.length; a++) x[a] = y[a] / value;
        }
        for (int a = 0; a < x.length; a++) for (int b = 0; b < x.length; b++) m[a][b] -= value * x[a] * x[b];
        return value;
    }

    @Test void eigenvaluesAreThoseWorkedOutByHand() {
        // [[2, 1], [1, 2]]: 3 along (1, 1), 1 along (1, -1)
        Eigen eigen = Eigen.of(new double[] {2, 1, 1, 2}, 2, Progress.NONE);
        assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-12);
        assertEquals(eigen.vectors()[0], eigen.vectors()[2], 1e-12);
        assertEquals(eigen.vectors()[1], -eigen.vectors()[3], 1e-12);
    }

    @Test void aRandomMixtureKeepsCosinesRoughly() {
        Vectors vectors = vectors(setup(TextVectors.Method.PROJECTION, 512, 1), SHOP);
        TermMatrix exact = TermMatrix.of(new String[] {SHOP[0], SHOP[1], SHOP[2]}, true, 1, Progress.NONE);
        assertEquals(1, cosine(vectors, "i0", "i0"), 1e-5);
        assertEquals(0, cosine(vectors, "i0", "i2"), 0.15);
        assertTrue(cosine(vectors, "i0", "i1") > 0.5 && exact.cosine(0, 1) > 0.5);
    }

    @Test void anyNumberOfThreadsAndASecondRunGiveTheSameBits() {
        for (TextVectors.Method method : TextVectors.Method.values()) {
            TextVectors.Setup setup = setup(method, 8, 2);
            Vectors one = TextVectors.vectors("texts", catalogue(SHOP), setup, new Workers(1), Progress.NONE);
            Vectors three = TextVectors.vectors("texts", catalogue(SHOP), setup, new Workers(3), Progress.NONE);
            assertArrayEquals(one.values(), three.values());
            assertEquals(one.hash(), three.hash());
        }
    }

    @Test void chineseTextsHaveVectors() {
        Vectors vectors = vectors(setup(TextVectors.Method.TOPICS, 4, 2), "红色酒杯", "红色酒杯 大号", "蓝色台灯", "台灯");
        assertTrue(cosine(vectors, "i0", "i1") > 0.7);
        assertTrue(cosine(vectors, "i0", "i3") < 0.1);
    }

    @Test void textsWithoutAWordAreRefused() {
        assertEquals("model.no-words", assertThrows(ProblemException.class, () -> vectors(setup(TextVectors.Method.TOPICS, 4, 2), "…", null)).problem().key());
    }

    @Test void oneItemIsEnough() {
        assertEquals(1, cosine(vectors(setup(TextVectors.Method.TOPICS, 4, 2), "mug"), "i0", "i0"), 1e-5);
    }

    @Test void aCancelStopsTheWork() {
        assertThrows(CancellationException.class, () -> TextVectors.vectors("texts", catalogue(SHOP), setup(TextVectors.Method.TOPICS, 4, 2), new Workers(1), (_, _) -> {
            throw new CancellationException();
        }));
    }
}
