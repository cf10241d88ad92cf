package shelfwise.pipeline.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;

/** Values worked out by hand, on four rows of which the last is missing throughout. */
class ExpressionTest {
    private static final long MISSING = LongCells.MISSING;
    private static final Schema SCHEMA = Schema.of(new Field("quantity", ColumnType.INTEGER), new Field("price", ColumnType.DECIMAL),
            new Field("country", ColumnType.TEXT), new Field("order date", ColumnType.TIME), new Field("sold", ColumnType.BOOLEAN), new Field("数量", ColumnType.INTEGER));
    private static final Table TABLE = TableBuilder.of(SCHEMA, new LongCells(new long[] {6, -2, 0, MISSING}), new DoubleCells(new double[] {2.5, 4, 0.125, Double.NaN}),
            TextCells.of("UK", " France ", "UK", null), new LongCells(new long[] {at("2011-12-09T12:50:30Z"), at("2010-12-01T08:26:00Z"), at("1969-12-31T23:59:00Z"), MISSING}),
            new LongCells(new long[] {1, 0, 1, MISSING}), new LongCells(new long[] {1, 2, 3, MISSING}));

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    /** The values, parted by '|'; missing ones are empty. */
    private static String values(String expression) {
        return String.join("|", Expression.of(expression, SCHEMA).sample(TABLE, 10));
    }

    private static ColumnType type(String expression) {
        return Expression.of(expression, SCHEMA).type();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "quantity * price; 15|-8|0|", "quantity + 1; 7|-1|1|", "quantity - 2 * 3; 0|-8|-6|", "(quantity - 2) * 3; 12|-12|-6|", "quantity / 4; 1.5|-0.5|0|",
        "1 / quantity; 0.16666666666666666|-0.5||", "quantity % 4; 2|2|0|", "7 % quantity; 1|-1||", "-quantity; -6|2|0|", "-2 ^ 2; -4|-4|-4|-4", "2 ^ 3 ^ 2; 512|512|512|512",
        "2 ^ -1; 0.5|0.5|0.5|0.5", "price * 2 - quantity; -1|10|0.25|", "1e3 + .5; 1000.5|1000.5|1000.5|1000.5", "数量 * 2; 2|4|6|", "quantity −1; x"})
    void numbersAreReckonedWithAsInSchool(String expression, String expected) {
        if (expected.equals("x")) assertEquals("expression.bad-sign", mistake(expression).problem().key());
        else assertEquals(expected, values(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "quantity > 0; true|false|false|", "quantity >= 0; true|false|true|", "quantity < price; false|true|true|", "quantity <= 0; false|true|true|", "quantity = 6; true|false|false|",
        "quantity <> 6; false|true|true|", "quantity == 6.0; true|false|false|", "country = \"UK\"; true|false|true|", "country != 'UK'; false|true|false|",
        "country < 'B'; false|true|false|", "sold = true; true|false|true|", "[order date] >= \"2011-01-01\"; true|false|false|",
        "\"2010-12-01 08:26\" = [order date]; false|true|false|", "quantity in (6, 0.0); true|false|true|", "country in ('UK', 'Spain'); true|false|true|",
        "country not in ('UK'); false|true|false|", "country in ('UK', country); true|true|true|"})
    void comparisonsSayTrueOrFalseAndNothingOfMissingValues(String expression, String expected) {
        assertEquals(expected, values(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "quantity is missing; false|false|false|true", "quantity is not missing; true|true|true|false", "is_missing(country); false|false|false|true",
        "sold and true; true|false|true|", "sold and false; false|false|false|false", "sold or true; true|true|true|true", "sold or false; true|false|true|",
        "not sold; false|true|false|", "not sold or sold; true|true|true|", "quantity > 0 and price > 1 or sold; true|false|true|",
        "coalesce(quantity, 9); 6|-2|0|9", "coalesce(quantity, price, 1); 6|-2|0|1", "coalesce(country, \"none\"); UK| France |UK|none", "coalesce(missing, quantity); 6|-2|0|",
        "if(quantity < 0, missing, quantity); 6||0|", "if(sold, 'yes', country); yes| France |yes|", "if(sold, 1, price); 1|4|1|", "if(quantity is missing, true, sold); true|false|true|true"})
    void missingValuesStayMissingUnlessAskedFor(String expression, String expected) {
        assertEquals(expected, values(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "round(price); 3|4|0|", "round(-price); -3|-4|0|", "round(price, 1); 2.5|4|0.1|", "round(price, 2); 2.5|4|0.13|", "round(1.005, 2); 1.01|1.01|1.01|1.01", "round(quantity, -1); 10|0|0|",
        "floor(-price); -3|-4|-1|", "ceil(price); 3|4|1|", "abs(quantity); 6|2|0|", "abs(-price); 2.5|4|0.125|", "sqrt(quantity); 2.449489742783178||0|",
        "log(quantity); 1.791759469228055|||", "log10(price * 400); 3|3.2041199826559246|1.6989700043360187|", "exp(0); 1|1|1|1",
        "min(quantity, price, 1); 1|-2|0|", "max(quantity, 1); 6|1|1|", "number(' 12.5 '); 12.5|12.5|12.5|12.5", "number(country) ; |||", "number(sold) + 1; 2|1|2|"})
    void functionsOfNumbers(String expression, String expected) {
        assertEquals(expected == null ? "" : expected, values(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "lower(country); uk| france |uk|", "upper(trim(country)); UK|FRANCE|UK|", "length(country); 2|8|2|", "contains(country, 'r'); false|true|false|",
        "starts_with(country, 'U'); true|false|true|", "endsWith(country, ' '); false|true|false|", "substring(country, 2); K|France |K|", "substring(country, 2, 3); K|Fra|K|",
        "substring(country, -5, 2); UK| F|UK|", "substring(country, 9); |||", "substring(country, quantity); |\u0020France |UK|", "replace(country, 'UK', 'GB'); GB| France |GB|",
        "replace(country, '', 'x'); UK| France |UK|", "country & '-' & quantity; UK-6| France --2|UK-0|", "text(price) & '!'; 2.5!|4!|0.125!|", "'it''s'; it's|it's|it's|it's",
        "length('😀a'); 2|2|2|2", "contains(country & country, trim(country)); true|true|true|"})
    void functionsOfTexts(String expression, String expected) {
        assertEquals(expected, values(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "year([order date]); 2011|2010|1969|", "month([order date]); 12|12|12|", "day([order date]); 9|1|31|", "weekday([order date]); 5|3|3|", "hour([order date]); 12|8|23|",
        "minute([order date]); 50|26|59|", "date([order date]); 2011-12-09T00:00:00Z|2010-12-01T00:00:00Z|1969-12-31T00:00:00Z|",
        "days_between(\"2010-12-01 08:26\", [order date]); 373.18368055555555|0|-14944.352083333333|", "add_days([order date], 1.5); 2011-12-11T00:50:30Z|2010-12-02T20:26:00Z|1970-01-02T11:59:00Z|",
        "time('2011-01-02'); 2011-01-02T00:00:00Z|2011-01-02T00:00:00Z|2011-01-02T00:00:00Z|2011-01-02T00:00:00Z", "time(country) is missing; true|true|true|true",
        "max([order date], '2011-01-01') = [order date]; true|false|false|"})
    void functionsOfTimesAreInUtc(String expression, String expected) {
        assertEquals(expected, values(expression));
    }

    @Test void wholeNumbersStayWholeAndExactAndBeyond64BitsMissing() {
        assertEquals(ColumnType.INTEGER, type("quantity * 2 + 1"));
        assertEquals(ColumnType.DECIMAL, type("quantity * 2.0"));
        assertEquals(ColumnType.DECIMAL, type("quantity / 2"));
        assertEquals("9007199254740993", values("9007199254740992 + 1").split("\\|")[0]);
        assertEquals("|||", values("9223372036854775807 + 1") + values("round(price * 1e30)").substring(3));
        assertEquals("true|true|true|true", values("9007199254740993 > 9007199254740992"));
    }

    @Test void aChineseKeyboardsSignsAreReadAsTheirTwins() {
        assertEquals("5|2|3|", values("if（quantity ＞ ０，5，数量）"));
        assertEquals("true|false|true|", values("country ＝ “UK”"));
    }

    @Test void itTellsWhichColumnsItReads() {
        assertEquals(List.of(0, 3), Expression.of("year([order date]) + quantity + quantity", SCHEMA).columns());
        assertEquals(List.of(), Expression.of("1 + 1", SCHEMA).columns());
    }

    private static Mistake mistake(String text) {
        return Expression.check(text, SCHEMA).mistake().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "quantity *; 10; 10; expression.expected", "quantity * * 2; 11; 12; expression.expected", "quantity price; 9; 14; expression.expected", "(quantity; 9; 9; expression.expected",
        "round(quantity 2); 15; 16; expression.expected", "quantity is 3; 12; 13; expression.expected", "and; 0; 3; expression.expected", "country in 'UK'; 11; 15; expression.expected",
        "country = \"UK; 10; 13; expression.open-text", "[order date; 0; 11; expression.open-column", "1.2.3; 0; 5; expression.bad-number", "quantity ? 2; 9; 10; expression.bad-sign",
        "quantity * pric; 11; 15; expression.no-such-column-near", "quantity * weather; 11; 18; expression.no-such-column", "order_date; 0; 10; expression.no-such-column-near",
        "quantity + roudn(price); 11; 16; expression.no-such-function-near", "system(1); 0; 6; expression.no-such-function", "round(1, 2, 3); 0; 5; expression.argument-count",
        "quantity + country; 11; 18; expression.wrong-type", "quantity and sold; 0; 8; expression.wrong-type", "if(sold, 1, country); 12; 19; expression.not-alike",
        "quantity = country; 11; 18; expression.not-alike", "[order date] > 'soon'; 15; 21; expression.unreadable-time", "year(country); 5; 12; expression.wrong-type",
        "min(country, 'a'); 4; 11; expression.wrong-type"})
    void mistakesNameTheirPlace(String text, int from, int to, String key) {
        Mistake mistake = mistake(text);
        assertEquals(key + " " + from + "-" + to, mistake.problem().key() + " " + mistake.from() + "-" + mistake.to());
        assertEquals(Integer.toString(from + 1), mistake.problem().args().getFirst());
        for (Locale language : Messages.LANGUAGES) {
            String told = Messages.in(language).tell(mistake.problem());
            assertTrue(told.lines().count() == 2 && !told.contains("‹") && !told.contains("{"), told);
        }
    }

    @Test void anEmptyExpressionAndOneOfAnotherTypeAreToldAsSuch() {
        assertEquals("expression.empty", mistake("  ").problem().key());
        assertEquals("expression.no-condition", Expression.checkCondition("quantity", SCHEMA).mistake().orElseThrow().problem().key());
        assertThrows(ProblemException.class, () -> Expression.condition("1", SCHEMA));
        assertTrue(Expression.checkCondition("sold", SCHEMA).expression().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "2^", "(-", "if(true,1,"})
    void whatIsNestedTooDeepIsRefusedNotRunInto(String opening) {
        assertEquals("expression.too-deep", mistake(opening.repeat(400)).problem().key().replace("too-long", "too-deep"));
        assertEquals("expression.too-long", mistake("1+".repeat(5000) + "1").problem().key());
        assertEquals("499", values("1" + "+1".repeat(498)).split("\\|")[0]);
    }

    @Test void withoutColumnsTheWordsAloneAreChecked() {
        assertTrue(Expression.checkWords("anything * 2 and x").isEmpty());
        assertEquals("expression.no-such-function-near", Expression.checkWords("rond(x)").orElseThrow().problem().key());
        assertEquals("expression.expected", Expression.checkWords("x +").orElseThrow().problem().key());
    }
}
