package shelfwise.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shelfwise.data.LongCells;
import shelfwise.ingest.TimeFormat.Order;

class ValueFormatTest {
    private static final ValueFormat.Decimal POINT = new ValueFormat.Decimal('.'), COMMA = new ValueFormat.Decimal(',');

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12/1/2010 8:26      | MONTH_FIRST | 2010-12-01T08:26:00Z
            12/1/10 8:26        | MONTH_FIRST | 2010-12-01T08:26:00Z
            01.12.2010 08:26:59 | DAY_FIRST   | 2010-12-01T08:26:59Z
            31-12-1999          | DAY_FIRST   | 1999-12-31T00:00:00Z
            20101201            | COMPACT     | 2010-12-01T00:00:00Z
            20101201082659      | COMPACT     | 2010-12-01T08:26:59Z
            2010-12-01T08:26:59.5Z          | YEAR_FIRST | 2010-12-01T08:26:59.500Z
            2010-12-01 08:26:59.123456+08:00 | YEAR_FIRST | 2010-12-01T00:26:59.123Z
            2010/1/2            | YEAR_FIRST  | 2010-01-02T00:00:00Z
            2010年12月1日        | YEAR_FIRST  | 2010-12-01T00:00:00Z
            12/1/2010 1:05 PM   | MONTH_FIRST | 2010-12-01T13:05:00Z
            12/1/2010 12:05 AM  | MONTH_FIRST | 2010-12-01T00:05:00Z
            01-Jan-1995         | NAMED       | 1995-01-01T00:00:00Z
            Jan 5, 2020 10:00   | NAMED       | 2020-01-05T10:00:00Z
            881250949           | SECONDS     | 1997-12-04T15:55:49Z
            1351687000123       | MILLIS      | 2012-10-31T12:36:40.123Z
            """)
    void timesAreRead(String text, Order order, Instant expected) {
        assertEquals(expected, Instant.ofEpochMilli(parse(TimeFormat.of(order, ZoneOffset.UTC), text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10-10.2020", "10/10.2020", "31.02.2020", "1.2.10", "10-10-2020 25:00", "10-10-2020x", "10-10", "", "10-10-2020 "})
    void whatIsNoDateIsNone(String text) {
        assertEquals(LongCells.MISSING, parse(TimeFormat.of(Order.DAY_FIRST, ZoneOffset.UTC), text));
    }

    @Test void timesWithoutAZoneAreInTheChosenOne() {
        var berlin = TimeFormat.of(Order.YEAR_FIRST, ZoneId.of("Europe/Berlin"));
        assertEquals(Instant.parse("2020-07-01T10:00:00Z"), Instant.ofEpochMilli(parse(berlin, "2020-07-01 12:00")));
        assertEquals(Instant.parse("2020-01-01T11:00:00Z"), Instant.ofEpochMilli(parse(berlin, "2020-01-01 12:00")));
        assertEquals(Instant.parse("2020-01-01T12:00:00Z"), Instant.ofEpochMilli(parse(berlin, "2020-01-01 12:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.5 | 1.5
            -0.25 | -0.25
            +7 | 7
            1e3 | 1000
            -1.5E-3 | -0.0015
            1,234.5 | 1234.5
            .5 | 0.5
            −3 | -3
            123456789012345678901 | 1.2345678901234568E20
            """)
    void decimalsWithAPoint(String text, double expected) {
        assertEquals(expected, POINT.parse(text.toCharArray(), 0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "0,123", "12,34", "1.2.3", "1e", "e5", "-", ".", "1,2345", "NaN", "Infinity", "0x10", "1 000", "5d", "1e999"})
    void whatIsNoDecimalWithAPointIsNone(String text) {
        assertTrue(Double.isNaN(POINT.parse(text.toCharArray(), 0, text.length())), text);
    }

    @Test void decimalsWithAComma() {
        assertEquals(71000170.90, COMMA.parse("71000170,90".toCharArray(), 0, 11));
        assertEquals(1234.5, COMMA.parse("1.234,5".toCharArray(), 0, 7));
        assertTrue(Double.isNaN(COMMA.parse("1.50".toCharArray(), 0, 4)));
    }

    @Test void decimalsAreExact() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            double value = i % 2 == 0 ? random.nextInt(1_000_000) / 100.0 : Double.longBitsToDouble(random.nextLong());
            if (Double.isNaN(value) || Double.isInfinite(value)) continue;
            String text = Double.toString(value);
            assertEquals(value, POINT.parse(text.toCharArray(), 0, text.length()), text);
        }
    }

    @Test void wholeNumbersHaveAtMostEighteenDigits() {
        var whole = new ValueFormat.Whole();
        assertEquals(-999_999_999_999_999_999L, whole.parse("-999999999999999999".toCharArray(), 0, 19));
        assertEquals(LongCells.MISSING, whole.parse("1999999999999999999".toCharArray(), 0, 19));
        assertEquals(LongCells.MISSING, whole.parse("+".toCharArray(), 0, 1));
    }

    private static long parse(TimeFormat format, String text) {
        return format.parse(text.toCharArray(), 0, text.length());
    }
}
