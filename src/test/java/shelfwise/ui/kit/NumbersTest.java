package shelfwise.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.base.Messages;

class NumbersTest {
    private final Numbers english = new Numbers(Messages.in(Locale.ENGLISH));
    private final Numbers chinese = new Numbers(Messages.in(Locale.SIMPLIFIED_CHINESE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"541909|541,909", "0|0", "-3|-3", "0.123456|0.1235", "1234.567|1,235", "12.3456|12.35", "0.000123456|0.0001235",
        "0.0000012345|1.235E-6", "NaN|–"})
    void numbersHaveAtMostFourFigures(double value, String text) {
        assertEquals(text, english.number(value));
    }

    @Test void sharesHaveOneDecimal() {
        assertEquals("12.5%", english.percent(0.125));
        assertEquals("100.0%", english.percent(1));
        assertEquals("0.0%", english.percent(0));
        assertEquals("<0.1%", english.percent(2 / 541_909.0), "some is not none");
    }

    @Test void timesReadAsInTheLanguage() {
        long millis = 1_320_329_100_000L; // 2011-11-03T14:05Z
        assertEquals("3 Nov 2011, 14:05", english.time(millis));
        assertEquals("2011年11月3日 14:05", chinese.time(millis));
    }

    @Test void durationsUseTheUnitsPeopleUse() {
        assertEquals("850 ms", english.duration(850));
        assertEquals("2 min 5 s", english.duration(125_400));
        assertEquals("1 小时 12 分", chinese.duration(72 * 60_000));
    }
}
