package shelfwise.model.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Sparse;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Tiny;
import shelfwise.model.Workers;

class WarpTest {
    private static final int ITEMS = 44; // the last four, one of each group, were never sold
    private static final Interactions GROUPS = groups();

    private static Interactions groups() {
        var random = new Random(1);
        return Tiny.events(80, ITEMS, IntStream.range(0, 600).mapToObj(e -> new int[] {e % 80, random.nextInt(10) * 4 + e % 4}).toArray(int[][]::new));
    }

    private static Catalogue catalogue() {
        String[] group = IntStream.range(0, ITEMS).mapToObj(i -> "group " + i % 4).toArray(String[]::new);
        return new Catalogue(Tiny.ids("i", ITEMS), TableBuilder.of(Schema.of(new Field("group", ColumnType.TEXT, Role.CATEGORY)), TextCells.of(group)));
    }

    private static FitWarp.Setup setup(boolean identity, boolean category) {
        return new FitWarp.Setup(8, 20, 0.1, 0, 10, identity, category, true, true, 0, 1);
    }

    private static LatentModel fit(boolean identity, boolean category) {
        return FitWarp.fit("m", Tiny.split(GROUPS), catalogue(), setup(identity, category), new Workers(1), Progress.NONE);
    }

    @Test void itemsNeverSoldAreScoredByTheirFeatures() {
        LatentModel model = fit(true, true);
        for (int u = 0; u < 40; u++) {
            float[] scores = Tiny.scores(model, u);
            int own = ITEMS - 4 + u % 4;
            for (int i = ITEMS - 4; i < ITEMS; i++) if (i != own) assertTrue(scores[own] > scores[i] + 0.5, u + ": " + scores[own] + " " + scores[i]);
        }
        assertEquals(ITEMS, model.itemVectors().ids().size());
    }

    @Test void withoutFeaturesThoseItemsAreSilent() {
        float[] scores = Tiny.scores(fit(true, false), 0);
        for (int i = 0; i < ITEMS; i++) assertEquals(i < ITEMS - 4, Float.isFinite(scores[i]), "item " + i);
    }

    @Test void withoutVectorsOfTheirOwnItemsOfEqualFeaturesAreEqual() {
        float[] scores = Tiny.scores(fit(false, true), 2);
        for (int i = 4; i < ITEMS; i++) assertEquals(scores[i % 4], scores[i]);
    }

    @Test void nothingToLearnFromIsRefused() {
        var e = assertThrows(ProblemException.class, () -> fit(false, false));
        assertEquals("factor.no-features", e.problem().key());
    }

    @Test void theSameSeedGivesTheSameModelWithAnyNumberOfThreads() {
        assertEquals(fit(true, true).hash(), FitWarp.fit("m", Tiny.split(GROUPS), catalogue(), setup(true, true), new Workers(3), Progress.NONE).hash());
    }

    @Test void groupsOfUsersAreToldApartWithoutACatalogue() {
        var model = FitWarp.fit("m", Tiny.split(GROUPS), null, setup(true, true), new Workers(1), Progress.NONE);
        for (int u = 0; u < 40; u++) {
            float[] scores = Tiny.scores(model, u);
            int group = u % 4;
            double own = IntStream.range(0, 40).filter(i -> i % 4 == group).mapToDouble(i -> scores[i]).average().orElseThrow();
            double others = IntStream.range(0, 40).filter(i -> i % 4 != group).mapToDouble(i -> scores[i]).average().orElseThrow();
            assertTrue(own > others + 0.5, "user " + u + ": " + own + " " + others);
        }
    }

    @Test void featuresAreValuesTenthsAndWords() {
        var schema = Schema.of(new Field("title", ColumnType.TEXT, Role.TITLE), new Field("group", ColumnType.TEXT, Role.CATEGORY),
                new Field("size", ColumnType.DECIMAL, Role.FEATURE));
        var catalogue = new Catalogue(Tiny.ids("i", 3), TableBuilder.of(schema, TextCells.of("red mug", "Mug", "green"), TextCells.of("a", "b", "c"),
                new DoubleCells(new double[] {1.5, 1.5, Double.NaN})));
        Sparse features = ItemFeatures.of(Tiny.ids("i", 3), new boolean[] {true, true, false}, catalogue, setup(true, true));
        // i0: itself, red, mug, a, size; i1: itself, mug, b, size; nothing of i2 is known of sold items
        float[] first = features.value().clone();
        assertEquals(5, features.count(0));
        assertEquals(4, features.count(1));
        assertEquals(0, features.count(2));
        java.util.Arrays.sort(first, 0, 5);
        assertArrayEquals(new float[] {0.5f, 0.5f, 1, 1, 1}, java.util.Arrays.copyOf(first, 5));
        assertEquals(2, shelfwise.model.Parts.common(features, 0, 1));
    }

    @Test void oneUserOneItemAndFullRowsAreDefined() {
        for (String row : new String[] {"x", "xxx"}) {
            float[] scores = Tiny.scores(Tiny.fit(new FitWarp(), null, Tiny.drawn(row)), 0);
            for (float s : scores) assertTrue(Float.isFinite(s), row);
        }
    }
}
