package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TextCells;

/** Each kind of finding on a table that has it and on one that has not, with the numbers of its rows. */
class AlertsTest {
    /** Row numbers of the one alert with that id; the alert says as many. */
    private static List<Long> rows(Table table, String id, Related related) {
        Alert alert = one(SmallTables.profile(table, related), id);
        var numbers = new ArrayList<Long>();
        Table rows = AlertRows.rows(table, alert, related, 0, Long.MAX_VALUE, Progress.NONE);
        rows.scan(new int[] {0}, c -> {
            for (long n : c.longs(0).values()) numbers.add(n);
        });
        assertEquals(alert.count(), numbers.size(), id);
        return numbers;
    }

    private static List<Long> rows(Table table, String id) {
        List<Long> rows = rows(table, id, Related.NONE);
        assertEquals(rows, rows(SmallTables.rechunked(table, 3), id, Related.NONE), "in chunks of three");
        return rows;
    }

    private static Alert one(Profile profile, String id) {
        List<Alert> found = profile.alerts().stream().filter(a -> a.id().equals(id)).toList();
        assertEquals(1, found.size(), () -> id + " in " + profile.alerts());
        tellsItself(found.getFirst());
        return found.getFirst();
    }

    private static void tellsItself(Alert a) {
        Messages.LANGUAGES.stream().map(Messages::in).forEach(m -> Stream.of("", ".why", ".cure").forEach(part -> {
            String text = m.text("alert." + a.id() + part, a.messageArgs());
            assertFalse(text.contains("‹") || text.contains("{"), text);
        }));
    }

    private static boolean has(Table table, String id) {
        return SmallTables.profile(table).alerts().stream().anyMatch(a -> a.id().equals(id));
    }

    private static @Nullable String[] numbered(int n, String... first) {
        return Stream.concat(Arrays.stream(first), IntStream.range(0, n).mapToObj(i -> "" + (10_000 + i))).toArray(String[]::new);
    }

    @Test void missingKeysAreSeriousAndOtherMissingValuesLessSo() {
        Table users = SmallTables.texts(Role.USER, "a", null, "b", null);
        assertEquals(List.of(2L, 4L), rows(users, "missing-key"));
        assertEquals(Severity.HIGH, one(SmallTables.profile(users), "missing-key").severity());
        Table other = SmallTables.texts(Role.NONE, "a", null, "b", "a", "b", "b");
        assertEquals(List.of(2L), rows(other, "missing"));
        assertEquals(Severity.LOW, one(SmallTables.profile(other), "missing").severity());
        assertEquals(new Fix("prepare.fill-missing", Map.of("fills", List.of(Map.of("column", "c", "how", "mode", "value", "")))),
                one(SmallTables.profile(other), "missing").fix().orElseThrow());
        assertEquals(List.of(1L, 2L), rows(SmallTables.wholes(Role.PRICE, LongCells.MISSING, LongCells.MISSING), "empty-column"));
    }

    @Test void columnsOfOneValueOrOfNoneTwiceAreNamed() {
        assertEquals("x", one(SmallTables.profile(SmallTables.texts(Role.NONE, "x", "x", "x")), "constant").extra().getFirst());
        assertFalse(has(SmallTables.texts(Role.NONE, "x", "y"), "constant"));
        assertEquals(25L, one(SmallTables.profile(SmallTables.texts(Role.NONE, numbered(25))), "all-different").extra().getFirst());
        assertFalse(has(SmallTables.texts(Role.ITEM, numbered(25)), "all-different"));
    }

    @Test void repeatedRowsAreTheLaterOnes() {
        Table t = SmallTables.events("aX", "aY", "aX", "bX", "aX", "aY");
        assertEquals(List.of(3L, 5L, 6L), rows(t, "repeated-rows"));
        assertFalse(has(SmallTables.events("aX", "aY", "bX"), "repeated-rows"));
    }

    @Test void repeatedEventsNeedTheSameTime() {
        Table t = InteractionStatisticsTest.timed("a", "X", "2024-01-01T00:00:00Z", "a", "X", "2024-01-02T00:00:00Z", "a", "X", "2024-01-01T00:00:00Z",
                null, "X", "2024-01-01T00:00:00Z", null, "X", "2024-01-01T00:00:00Z");
        assertEquals(List.of(3L), rows(t, "repeated-events"));
    }

    @Test void quantitiesAndPricesBelowZeroAreFound() {
        assertEquals(List.of(2L), rows(SmallTables.wholes(Role.QUANTITY, 1, -5, 0, 2), "negative-quantity"));
        assertEquals(List.of(3L), rows(SmallTables.wholes(Role.QUANTITY, 1, -5, 0, 2), "zero-quantity"));
        Table prices = SmallTables.decimals(Role.PRICE, 1.5, 0, -0.01, Double.NaN, -0.0);
        assertEquals(List.of(3L), rows(prices, "negative-price"));
        assertEquals(List.of(2L, 5L), rows(prices, "zero-price"));
        assertFalse(has(SmallTables.decimals(Role.NONE, 1, -1), "negative-price"));
    }

    @Test void ordersMarkedByALetterAreCancelled() {
        Table t = SmallTables.texts(Role.ORDER, numbered(40, "C536379", "536380", "A5", "C536379"));
        assertEquals(List.of(1L, 4L), rows(t, "cancelled-orders"));
        assertEquals(List.of(3L), rows(t, "odd-orders"));
        assertFalse(has(SmallTables.texts(Role.ORDER, "C1", "C2", "A3", "4"), "cancelled-orders"));
    }

    @Test void codesUnlikeAllOthersAreNoProducts() {
        Table t = SmallTables.texts(Role.ITEM, numbered(60, "POST", "POST", "85123A", "M"));
        assertEquals(List.of(1L, 2L, 4L), rows(t, "service-codes"));
        assertEquals("POST, M", one(SmallTables.profile(t), "service-codes").extra().get(1));
        assertFalse(has(SmallTables.texts(Role.ITEM, "A1", "B2", "3", "4"), "service-codes"));
    }

    @Test void anItemOfTwoTitlesIsFoundAndNoTitleCounts() {
        Table t = SmallTables.table(Schema.of(SmallTables.text("i", Role.ITEM), SmallTables.text("t", Role.TITLE), SmallTables.text("u", Role.USER)),
                TextCells.of("X", "Y", "X", "Z", "Z", "Y", null), TextCells.of("x", "y", "x2", "z", null, "y", "q"), TextCells.of("a", "b", "c", "d", "e", "f", "g"));
        assertEquals(List.of(1L, 3L, 4L, 5L), rows(t, "several-titles"));
        assertEquals(2L, one(SmallTables.profile(t), "several-titles").extra().getFirst());
    }

    @Test void aCatalogueHasEachItemOnce() {
        assertEquals(List.of(3L), rows(SmallTables.texts(Role.ITEM, "X", "Y", "X"), "repeated-items"));
        assertFalse(has(SmallTables.events("aX", "bX"), "repeated-items"));
    }

    @Test void blanksAtTheEndsAreFound() {
        assertEquals(List.of(2L, 3L), rows(SmallTables.texts(Role.TITLE, "a b", " a", "b\u3000", null), "outer-blanks"));
    }

    @Test void idsInDecimalDressAreFound() {
        assertEquals(List.of(1L, 2L, 4L), rows(SmallTables.texts(Role.USER, "17850.0", "1.0", null, "17850.0"), "ids-point-zero"));
        assertFalse(has(SmallTables.texts(Role.USER, "17850.0", "x", "y"), "ids-point-zero"));
    }

    @Test void numbersLeftAsTextAreFound() {
        assertTrue(has(SmallTables.texts(Role.PRICE, "1,5", "2,5", "3"), "numbers-as-text"));
        assertFalse(has(SmallTables.texts(Role.USER, "1", "2", "3"), "numbers-as-text"));
    }

    @Test void datesOfAnotherFormAreFound() {
        Table t = SmallTables.texts(Role.NONE, "2024-01-02", "2024-01-03", "04/01/2024", "2024-01-05", "unknown", null, "2024-1-6");
        assertEquals(List.of(3L, 5L), rows(t, "mixed-dates"));
    }

    @Test void eventsInTheFutureOrBeforeTheWebAreFound() {
        Table t = SmallTables.table(Schema.of(SmallTables.time("t")), SmallTables.times("2024-05-31T00:00:00Z", "2024-06-01T00:00:00.001Z", "1970-01-20T00:00:00Z"));
        assertEquals(List.of(2L), rows(t, "future-time"));
        assertEquals(List.of(3L), rows(t, "early-time"));
    }

    @Test void valuesFarFromTheRestAreOutliers() {
        assertEquals(List.of(5L), rows(SmallTables.wholes(Role.QUANTITY, 1, 2, 3, 4, 100), "outliers"));
        assertFalse(has(SmallTables.wholes(Role.QUANTITY, 1, 2, 3, 4, 8), "outliers"));
    }

    @Test void usersAndItemsOfFewEventsAreCounted() {
        Table t = SmallTables.events("aX", "aX", "aX", "aX", "aX", "bX", "bY");
        assertEquals(List.of(6L, 7L), rows(t, "users-few-events"));
        assertEquals(List.of(7L), rows(t, "items-few-events"));
    }

    @Test void aUserFarBusierThanTheRestIsNamed() {
        String[] quiet = IntStream.range(0, 60).mapToObj(i -> (char) ('a' + i % 20) + "X").toArray(String[]::new);
        Table t = SmallTables.events(Stream.concat(Stream.of(quiet), Stream.of(SmallTables.repeat("zX", 101))).toArray(String[]::new));
        Alert alert = one(SmallTables.profile(t), "heavy-users");
        assertEquals(101, rows(t, "heavy-users").size());
        assertEquals(List.of(1L, 100L, "z", 101L), alert.extra());
        assertEquals(Fixes.dropAll("user", List.of("z")), alert.fix().orElseThrow());
        assertFalse(has(SmallTables.events(quiet), "heavy-users"));
    }

    @Test void eventsOnOneItemAreALongTail() {
        String[] events = IntStream.range(0, 120).mapToObj(i -> "a" + i).toArray(String[]::new);
        Table t = SmallTables.events(Stream.concat(Stream.of(events), Stream.of(SmallTables.repeat("b0", 80))).toArray(String[]::new));
        assertEquals(82 / 200.0, one(SmallTables.profile(t), "long-tail").share(), 1e-12); // two of 120 items are the top 1 %
        assertFalse(has(SmallTables.events(events), "long-tail"));
    }

    @Test void idsThatAListLacksAreOrphans() {
        Table catalogue = SmallTables.texts(Role.ITEM, "X", "W");
        var related = new Related(Optional.of(catalogue), Optional.of(SmallTables.texts(Role.USER, "a", "b", "q")));
        Table t = SmallTables.events("aX", "aY", "bX", "cX");
        assertEquals(List.of(2L), rows(t, "orphan-items", related));
        assertEquals(List.of(4L), rows(t, "orphan-users", related));
        assertEquals(0.5, one(SmallTables.profile(t, related), "unused-items").share());
        assertEquals(1L, one(SmallTables.profile(t, related), "unused-users").extra().getFirst());
        Alert alert = one(SmallTables.profile(t, related), "orphan-items");
        var refused = assertThrows(ProblemException.class, () -> AlertRows.rows(t, alert, 0, 10, Progress.NONE));
        assertEquals("profile.no-list", refused.problem().key());
    }

    @Test void ratingsThatAreAllAlikeAreSkewed() {
        long[] ratings = new long[30];
        for (int i = 0; i < 30; i++) ratings[i] = i < 20 ? 5 : 1 + i % 4;
        assertEquals(20 / 30.0, one(SmallTables.profile(SmallTables.wholes(Role.RATING, ratings)), "rating-skew").share(), 1e-12);
    }

    @Test void basketsShareTheirTime() {
        Table t = InteractionStatisticsTest.timed("a", "X", "2024-01-01T00:00:00Z", "a", "Y", "2024-01-01T00:00:00Z", "b", "X", "2024-01-01T00:00:00Z");
        assertEquals(2L, one(SmallTables.profile(t), "same-time").extra().getFirst());
        assertTrue(has(SmallTables.events("aX"), "no-time"));
    }

    @Test void theWorstComesFirstAndEqualsKeepTheirPlace() {
        Table t = SmallTables.table(Schema.of(SmallTables.text("p", Role.NONE), SmallTables.text("q", Role.NONE), SmallTables.text("u", Role.USER)),
                TextCells.of("x", null, "y"), TextCells.of("x", "y", null), TextCells.of("a", null, "b"));
        List<Alert> alerts = SmallTables.profile(t).alerts();
        assertEquals(List.of("missing-key", "missing", "missing"), alerts.stream().map(Alert::id).toList());
        assertEquals(List.of("u", "p", "q"), alerts.stream().map(a -> a.column().orElseThrow()).toList());
    }
}
