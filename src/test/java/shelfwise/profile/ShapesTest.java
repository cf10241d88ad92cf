package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShapesTest {
    @Test void patternsNameTheKindOfEachCharacter() {
        assertEquals("99999A", Shapes.pattern("85123A"));
        assertEquals("AAAA", Shapes.pattern("POST"));
        assertEquals("A999999", Shapes.pattern("C536379"));
        assertEquals("aaaa_9999_99", Shapes.pattern("gift_0001_20"));
        assertEquals("字字 9", Shapes.pattern("商品 1"));
        assertEquals("Aa", Shapes.pattern("Éß"));
        assertEquals("😀", Shapes.pattern("😀"));
    }

    @Test void longTextsWriteRunsOnce() {
        assertEquals("A+ A+ A+", Shapes.pattern("CREAM CUPID HEARTS"));
        assertTrue(Shapes.pattern("a1".repeat(100)).length() <= 42);
    }

    @Test void numbersAreWhatAReaderOfNumbersTakes() {
        for (String yes : new String[] {"1", "-1.5", "+3", "1,5", "1e6", "2.5E-3", ".5", "5."}) assertTrue(Shapes.numberLike(yes), yes);
        for (String no : new String[] {"", "-", ".", "1.2.3", "12a", "e5", "1e", "1 2", "POST"}) assertFalse(Shapes.numberLike(no), no);
    }

    @Test void pointZeroIsAWholeNumberInDecimalDress() {
        for (String yes : new String[] {"17850.0", "0.0", "7.00"}) assertTrue(Shapes.pointZero(yes) && yes.matches(Shapes.POINT_ZERO), yes);
        for (String no : new String[] {"17850", "17850.", ".0", "1.5", "a.0", "1.0.0", "-1.0"}) assertFalse(Shapes.pointZero(no) || no.matches(Shapes.POINT_ZERO), no);
    }

    @Test void datesAreKnownByTheirForm() {
        assertEquals("9999-99-99", name("2011-12-09 12:50"));
        assertEquals("99/99/9999", name("1/12/2011"));
        assertEquals("9999年99月99日", name("2011年1月9日"));
        assertNull(Shapes.dateForm("20111209"));
        assertNull(Shapes.dateForm("2011-12-0912"));
        assertTrue("2011-12-09T10".matches(Shapes.dateRegex("9999-99-99")));
        assertFalse("09/12/2011".matches(Shapes.dateRegex("9999-99-99")));
    }

    private static String name(String text) {
        return Objects.requireNonNull(Shapes.dateForm(text)).name();
    }
}
