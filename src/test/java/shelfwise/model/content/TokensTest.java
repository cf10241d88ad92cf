package shelfwise.model.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static List<String> of(String text) {
        var terms = new ArrayList<String>();
        Tokens.each(text, terms::add);
        return terms;
    }

    @Test void wordsAreRunsOfLettersAndDigitsInLowerCase() {
        assertEquals(List.of("red", "wine", "glass", "x12", "it", "s"), of("RED wine-glass, X12 (it's)"));
        assertEquals(List.of("straße", "naïve", "мир"), of("Straße naïve МИР"));
    }

    @Test void chineseIsCutIntoOverlappingPairs() {
        assertEquals(List.of("红色", "色酒", "酒杯"), of("红色酒杯"));
        assertEquals(List.of("杯", "usb", "数据", "据线", "2m"), of("杯 USB数据线2m"));
    }

    @Test void fullWidthLettersCountAsPlainOnes() {
        assertEquals(List.of("abc", "12"), of("ＡＢＣ　１２"));
    }

    @Test void charactersOutsideTheBasicPlaneStayWhole() {
        assertEquals(List.of("𠮷野", "野家"), of("𠮷野家"));
    }

    @Test void nothingComesOfNothing() {
        assertEquals(List.of(), of(" … !\n"));
    }
}
