package shelfwise.pipeline.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;

class CompletionTest {
    private static final Schema SCHEMA = Schema.of(new Field("price", ColumnType.DECIMAL), new Field("Unit price", ColumnType.DECIMAL), new Field("in", ColumnType.TEXT),
            new Field("odd]name", ColumnType.TEXT), new Field("name", ColumnType.TEXT));

    /** What is offered at the '|'. */
    private static Completion at(String text) {
        int caret = text.indexOf('|');
        return Completion.at(text.replace("|", ""), caret, SCHEMA);
    }

    private static List<String> names(String text) {
        return at(text).offers().stream().map(Completion.Offer::name).toList();
    }

    /** The text once the first offer was taken. */
    private static String taken(String text) {
        Completion c = at(text);
        String plain = text.replace("|", "");
        return plain.substring(0, c.from()) + c.offers().getFirst().written() + plain.substring(c.to());
    }

    @Test void columnsThatBeginWithTheWordComeBeforeThoseThatHoldIt() {
        assertEquals(List.of("price", "Unit price"), names("pri|"));
        assertEquals("price * 2", taken("pr|i * 2"));
        assertEquals("2 * [Unit price]", taken("2 * uni|"));
        assertEquals("[in]", taken("in|"));
    }

    @Test void afterAValueOperatorsAreOfferedElseColumnsAndFunctions() {
        assertEquals(List.of("and", "or", "is missing", "is not missing", "in ("), names("price |"));
        assertEquals(List.of("is missing", "is not missing"), names("price is|"));
        assertTrue(names("|").containsAll(List.of("price", "round", "not", "missing")));
        assertTrue(names("price > |").contains("coalesce"));
        assertEquals("price + round(", taken("price + rou|"));
        assertEquals(List.of("and", "or", "is missing", "is not missing", "in ("), names("round(price) |"));
    }

    @Test void insideBracketsOnlyColumnsAreOffered() {
        assertEquals(List.of("Unit price"), names("2 * [unit|"));
        assertEquals("2 * [Unit price]", taken("2 * [unit|]"));
        assertEquals("[odd]]name]", taken("[odd|"));
    }

    @Test void insideATextOrANumberNothingIsOffered() {
        assertEquals(List.of(), names("name = \"pri|"));
        assertEquals(List.of(), names("price * 2|"));
    }

    @Test void everyFunctionHasItsHelpInBothLanguages() {
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.in(language);
            List<String> wanted = Functions.ALL.stream().map(Operation::name).sorted().toList();
            assertEquals(wanted, messages.keys("expression.fn.").stream().filter(k -> k.endsWith(".use")).map(k -> k.substring(14, k.length() - 4)).sorted().toList());
            for (String name : wanted) assertTrue(messages.find("expression.fn." + name + ".help").isPresent(), name);
            for (Expected expected : Expected.values()) assertTrue(messages.find(expected.nameKey()).isPresent(), expected.nameKey());
        }
    }

    @Test void theDocumentTellsEveryFunctionAsTheWindowDoes() throws IOException {
        String document = Files.readString(Path.of("docs/expressions.md"));
        Messages english = Messages.in(Locale.ENGLISH);
        for (Operation f : Functions.ALL) {
            String row = "| `" + english.text("expression.fn." + f.name() + ".use") + "` | " + english.text("expression.fn." + f.name() + ".help") + " |";
            assertTrue(document.contains(row), row);
        }
    }
}
