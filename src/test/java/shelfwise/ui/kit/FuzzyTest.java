package shelfwise.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    private static final List<String> ALL = List.of("Go to Home", "Go to Similarity", "Import a file", "Open a project", "前往“相似度”");

    private static List<String> search(String wanted) {
        return Fuzzy.search(ALL, Function.identity(), wanted);
    }

    @Test void startsOfWordsFindAnEntry() {
        assertEquals("Go to Similarity", search("gts").getFirst());
    }

    @Test void wholeWordsComeBeforeScatteredLetters() {
        assertEquals("Open a project", search("open").getFirst());
        assertEquals("Import a file", search("file").getFirst());
    }

    @Test void chineseIsFoundToo() {
        assertEquals(List.of("前往“相似度”"), search("相似"));
    }

    @Test void nothingIsFoundForLettersThatAreNotThere() {
        assertEquals(List.of(), search("xyz"));
        assertEquals(ALL, search(" "));
    }
}
