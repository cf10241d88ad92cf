package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;

/** Statistics of columns against values worked out by hand. */
class ColumnStatisticsTest {
    private static ColumnProfile only(Table table) {
        return SmallTables.profile(table).columns().getFirst();
    }

    @Test void countsValuesMissingAndDifferent() {
        ColumnProfile c = only(SmallTables.texts(Role.NONE, "b", "a", null, "b", "c", null, "a", "b"));
        assertEquals(8, c.rows());
        assertEquals(2, c.missing());
        assertEquals(0.25, c.missingShare());
        assertEquals(3, c.distinct());
        assertEquals(List.of(new ValueCount("b", 3), new ValueCount("a", 2), new ValueCount("c", 1)), c.top());
    }

    @Test void tiesAmongTopValuesKeepTheFilesOrder() {
        assertEquals(List.of("z", "m", "a"), only(SmallTables.texts(Role.NONE, "z", "m", "a")).top().stream().map(ValueCount::value).toList());
        String[] many = LongStream.range(0, 50).mapToObj(i -> "v" + i).toArray(String[]::new);
        List<ValueCount> top = only(SmallTables.texts(Role.NONE, many)).top();
        assertEquals(20, top.size());
        assertEquals("v0", top.getFirst().value());
        assertEquals("v19", top.getLast().value());
    }

    @Test void meanAndDeviationAreThoseOfTheTextbook() {
        NumberStats n = only(SmallTables.decimals(Role.NONE, 2, 4, 4, 4, 5, 5, 7, 9, Double.NaN)).numbers().orElseThrow();
        assertEquals(5, n.mean(), 1e-12);
        assertEquals(Math.sqrt(32.0 / 7), n.std(), 1e-12);
        assertEquals(2, n.min());
        assertEquals(9, n.max());
    }

    @Test void quantilesLieBetweenRanks() {
        Quantiles q = only(SmallTables.wholes(Role.NONE, 4, 1, 3, 2)).numbers().orElseThrow().quantiles();
        assertEquals(1.75, q.p25(), 1e-12); // (4 - 1) x 0.25 = 0.75: between 1 and 2
        assertEquals(2.5, q.p50(), 1e-12);
        assertEquals(3.25, q.p75(), 1e-12);
        assertEquals(1.03, q.p01(), 1e-12);
        assertEquals(3.85, q.p95(), 1e-12);
    }

    @Test void quantilesOfRepeatedValuesCountEachRow() {
        Quantiles q = only(SmallTables.wholes(Role.NONE, 1, 1, 1, 10, 10)).numbers().orElseThrow().quantiles();
        assertEquals(1, q.p50());
        assertEquals(10, q.p75());
    }

    @Test void countsZerosAndNegatives() {
        NumberStats n = only(SmallTables.decimals(Role.NONE, 0, -0.0, -1.5, 3, -2)).numbers().orElseThrow();
        assertEquals(2, n.zeros());
        assertEquals(2, n.negatives());
    }

    @Test void outliersAreBeyondTukeysFences() { // quartiles 2 and 4, spread 2: fences -1 and 7, outer fences -4 and 10
        NumberStats n = only(SmallTables.wholes(Role.NONE, 1, 2, 3, 4, 100)).numbers().orElseThrow();
        assertEquals(1, n.outliers());
        assertEquals(1, n.farOutliers());
        assertEquals(-4, n.farLow());
        assertEquals(10, n.farHigh());
        NumberStats near = only(SmallTables.wholes(Role.NONE, 1, 2, 3, 4, 8)).numbers().orElseThrow();
        assertEquals(1, near.outliers());
        assertEquals(0, near.farOutliers());
    }

    @Test void equalQuartilesDoNotMakeEveryOtherValueAnOutlier() {
        long[] values = new long[100];
        for (int i = 0; i < 10; i++) values[i] = 5;
        assertEquals(0, only(SmallTables.wholes(Role.NONE, values)).numbers().orElseThrow().outliers());
    }

    @Test void histogramBinsAreTrueAndKeepWhatIsOutside() {
        Histogram h = only(SmallTables.wholes(Role.NONE, 1, 2, 2, 3, 100)).numbers().orElseThrow().histogram();
        assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), h.edges()); // outer fences -1 and 6
        assertEquals(List.of(1L, 2L, 1L, 0L, 0L, 0L), h.counts());
        assertEquals(1, h.over());
        assertEquals(5, h.total());
    }

    @Test void lastBinOfDecimalsHoldsTheLargest() {
        Histogram h = only(SmallTables.decimals(Role.NONE, 0, 0.5, 1.5, 3)).numbers().orElseThrow().histogram();
        assertEquals(30, h.counts().size());
        assertEquals(4, h.counts().stream().mapToLong(Long::longValue).sum());
        assertEquals(1, h.counts().getLast());
    }

    @Test void timesHaveCalendarBins() {
        var schema = Schema.of(SmallTables.time("t"));
        Table t = SmallTables.table(schema, SmallTables.times("2024-01-30T10:00:00Z", "2024-01-31T23:59:59.999Z", "2024-02-01T00:00:00Z", "2024-02-03T12:00:00Z"));
        Histogram h = only(t).numbers().orElseThrow().histogram();
        assertEquals(Instant.parse("2024-01-30T00:00:00Z").toEpochMilli(), h.edges().getFirst());
        assertEquals(List.of(1L, 1L, 1L, 0L, 1L), h.counts());
    }

    @Test void textsTellLengthBlanksAndLooks() {
        TextStats t = only(SmallTables.texts(Role.NONE, "ab", " ab", "ab ", "12.5", "7.0", "  ", "商品")).texts().orElseThrow();
        assertEquals(2, t.minLength());
        assertEquals(4, t.maxLength());
        assertEquals((2 + 3 + 3 + 4 + 3 + 2 + 2) / 7.0, t.meanLength(), 1e-12);
        assertEquals(3, t.outerBlanks());
        assertEquals(1, t.blank());
        assertEquals(2, t.numberLike());
        assertEquals(1, t.pointZero());
    }

    @Test void aColumnWithoutValuesHasNoNumbers() {
        NumberStats n = only(SmallTables.wholes(Role.NONE, LongCells.MISSING, LongCells.MISSING)).numbers().orElseThrow();
        assertTrue(Double.isNaN(n.mean()) && Double.isNaN(n.min()) && Double.isNaN(n.quantiles().p50()));
        assertEquals(Histogram.EMPTY, n.histogram());
    }

    @Test void aTableWithoutRowsHasAProfile() {
        Profile p = SmallTables.profile(SmallTables.events());
        assertEquals(0, p.rows());
        assertEquals(List.of("no-rows"), p.alerts().stream().map(Alert::id).toList());
        assertEquals(84, p.score().value());
        assertEquals(p, ProfileJson.read(ProfileJson.write(p)));
    }

    @Test void hugeAndEndlessNumbersDoNoHarm() {
        ColumnProfile c = only(SmallTables.wholes(Role.NONE, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1, 0));
        assertEquals(4, c.distinct());
        assertEquals(4, c.numbers().orElseThrow().histogram().total());
        ColumnProfile endless = only(SmallTables.decimals(Role.NONE, Double.POSITIVE_INFINITY, 1, 1, 1, Double.NEGATIVE_INFINITY));
        assertEquals(3, endless.distinct());
        assertEquals(1, endless.numbers().orElseThrow().quantiles().p50());
    }

    @Test void theSizeOfChunksDoesNotMatter() {
        Table whole = SmallTables.events("aX", "aY", "bX", "aX", "cZ", "bX", "aX");
        assertEquals(SmallTables.profile(whole), SmallTables.profile(SmallTables.rechunked(whole, 2)));
    }

    @Test void beyondItsLimitItEstimatesAndSaysSo() {
        long[] values = LongStream.range(0, 200_000).map(i -> i * 7919 % 50_000).toArray(); // 50,000 different, each four times
        var small = new Limits(1_000, 10_000, 1_000, 1_000, 1_000_000);
        ColumnProfile c = new Profiler(InstantSource.fixed(SmallTables.NOW), small).profile(SmallTables.wholes(Role.NONE, values), Progress.NONE).columns().getFirst();
        assertFalse(c.exact());
        assertEquals(50_000, c.distinct(), 1_500);
        NumberStats n = c.numbers().orElseThrow();
        assertEquals(24_999.5, n.mean(), 1e-6);
        assertEquals(25_000, n.quantiles().p50(), 500);
        assertEquals(200_000, n.histogram().total()); // counted in a second scan, not estimated
    }

    @Test void textsBeyondTheLimitAreStillDescribed() {
        String[] values = LongStream.range(0, 5_000).mapToObj(i -> "id" + (1_000 + i)).toArray(String[]::new);
        var small = new Limits(100, 100, 100, 100, 100_000);
        ColumnProfile c = new Profiler(InstantSource.fixed(SmallTables.NOW), small).profile(SmallTables.texts(Role.NONE, values), Progress.NONE).columns().getFirst();
        assertEquals(5_000, c.distinct(), 150);
        assertEquals(List.of(new ValueCount("aa9999", 5_000)), c.texts().orElseThrow().patterns());
    }
}
