package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

class PipelineJsonTest {
    private static final String SHOP = """
            {
              "format": 1,
              "name": "店铺",
              "nodes": [
                {
                  "id": "read",
                  "operator": "toy.numbers",
                  "version": 1,
                  "x": 0,
                  "y": 0,
                  "settings": {
                    "asset": "orders"
                  }
                },
                {
                  "id": "every",
                  "operator": "toy.every-kind",
                  "version": 2,
                  "label": "All \\"kinds\\"",
                  "x": 240,
                  "y": -12,
                  "settings": {
                    "whole": 9,
                    "large": 5000000000,
                    "decimal": 0.25,
                    "flag": true,
                    "text": "a, b; 订单 \\"x\\" ⚡",
                    "choice": "dark-blue",
                    "texts": ["a", "b, c", ""],
                    "numbers": [5, 10],
                    "choices": ["red", "dark-blue"],
                    "rows": [
                      {"word": "x", "weight": 1.0, "colour": "dark-blue"},
                      {"word": "", "weight": -0.5, "colour": "red"}
                    ]
                  }
                }
              ],
              "links": [
                {"from": "read.table", "to": "every.table"}
              ]
            }
            """;

    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final PipelineJson json = new PipelineJson(operators);

    @TempDir Path folder;

    private Problem refusal(String text) {
        Problem problem = assertThrows(ProblemException.class, () -> json.read("shop.json", text), text).problem();
        for (var language : Messages.LANGUAGES) {
            String told = Messages.in(language).tell(problem);
            assertTrue(told.startsWith("shop.json") && !told.contains("‹") && !told.matches("(?s).*\\{\\d.*"), told);
        }
        return problem;
    }

    /** The sample with one piece of its text changed. */
    private static String with(String from, String to) {
        assertTrue(SHOP.contains(from), from);
        return SHOP.replace(from, to);
    }

    @Test void whatIsReadIsWrittenAsItWas() {
        Pipeline pipeline = json.read("shop.json", SHOP);
        assertEquals(SHOP, json.write(pipeline));
        assertEquals(pipeline, json.read("again", json.write(pipeline)));
        assertEquals("店铺", pipeline.name());
        assertEquals(new ToyOperators.EveryKind.Setup(9, 5_000_000_000L, 0.25, true, "a, b; 订单 \"x\" ⚡", ToyOperators.Colour.DARK_BLUE, List.of("a", "b, c", ""), List.of(5, 10),
                List.of(ToyOperators.Colour.RED, ToyOperators.Colour.DARK_BLUE), List.of(new ToyOperators.Row("x", 1, ToyOperators.Colour.DARK_BLUE),
                new ToyOperators.Row("", -0.5, ToyOperators.Colour.RED))), pipeline.node("every").settings());
    }

    @Test void settingsLeftOutTakeTheirDefaults() {
        Pipeline pipeline = json.read("p", "{\"format\": 1, \"name\": \"p\", \"nodes\": [{\"id\": \"a\", \"operator\": \"toy.every-kind\", \"settings\": {\"whole\": 3}}, "
                + "{\"id\": \"b\", \"operator\": \"toy.add\"}]}");
        assertEquals(3, operators.form(pipeline.node("a")).get(pipeline.node("a").settings(), "whole"));
        assertEquals(List.of(5, 10), operators.form(pipeline.node("a")).get(pipeline.node("a").settings(), "numbers"));
        assertEquals(operators.operator("toy.add").defaults(), pipeline.node("b").settings());
        assertEquals(2, pipeline.node("b").version());
    }

    @Test void aFileIsWrittenWholeAndReadWithOrWithoutAByteOrderMark() throws IOException {
        Path file = folder.resolve("shop.json");
        Pipeline pipeline = json.read("x", SHOP);
        json.write(file, pipeline);
        assertEquals(pipeline, json.read(file));
        Files.writeString(file, "\uFEFF" + SHOP);
        assertEquals(pipeline, json.read(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // piece of the sample | what stands there instead | problem | place
            "\"toy.every-kind\"|\"toy.gone\"|unknown-operator|every",
            "\"version\": 2|\"version\": 3|newer-operator|every",
            "\"version\": 2|\"version\": 0|field-wrong|every",
            "\"whole\": 9|\"wholes\": 9|unknown-setting|every: wholes",
            "\"whole\": 9|\"whole\": 0|setting-range|every: whole",
            "\"whole\": 9|\"whole\": 3000000000|setting-range|every: whole",
            "\"whole\": 9|\"whole\": 9.5|not-whole|every: whole",
            "\"whole\": 9|\"whole\": \"9\"|not-whole|every: whole",
            "\"whole\": 9|\"whole\": null|not-whole|every: whole",
            "\"decimal\": 0.25|\"decimal\": 1.5|setting-range|every: decimal",
            "\"decimal\": 0.25|\"decimal\": true|not-decimal|every: decimal",
            "\"flag\": true|\"flag\": 1|not-flag|every: flag",
            "\"choice\": \"dark-blue\"|\"choice\": \"DARK_BLUE\"|not-choice|every: choice",
            "[\"a\", \"b, c\", \"\"]|\"a\"|not-text-list|every: texts",
            "[5, 10]|[5, 101]|setting-range|every: numbers",
            "[5, 10]|[5, \"x\"]|not-number-list|every: numbers",
            "[\"red\", \"dark-blue\"]|[\"green\"]|not-choice-list|every: choices",
            "\"weight\": -0.5|\"weight\": -6|setting-range|every: rows 2: weight",
            "\"weight\": -0.5, |``|column-left-out|every: rows 2: weight",
            "\"weight\": -0.5|\"weights\": -0.5|unknown-setting|every: rows 2: weights",
            "{\"word\": \"x\", \"weight\": 1.0, \"colour\": \"dark-blue\"}|7|not-table|every: rows",
            "\"text\": \"a, b; 订单 \\\"x\\\" ⚡\"|\"text\": \"\"|settings-refused|every",
            "\"x\": 240|\"z\": 240|unknown-field|every"})
    void aNodeThatIsNotUnderstoodIsMarkedAndWrittenBackAsItWas(String from, String to, String key, String place) {
        String text = with(from, to);
        Pipeline pipeline = json.read("shop.json", text);
        Problem problem = Unread.of(pipeline.node("every")).orElseThrow().problem();
        assertEquals("pipeline." + key, problem.key());
        assertEquals(place, problem.where());
        for (var language : Messages.LANGUAGES) assertFalse(Messages.in(language).tell(problem).isBlank());
        assertTrue(operators.readable(pipeline.node("read")).isPresent());
        assertEquals(text.strip().replaceAll("\\s+", ""), json.write(pipeline).strip().replaceAll("\\s+", ""));
        assertEquals(pipeline, json.read("shop.json", json.write(pipeline)));
        Pipeline moved = json.read("shop.json", json.write(pipeline.move("every", 11, 12).enable(List.of("every"), false)));
        assertEquals(11, moved.node("every").x());
        assertFalse(moved.node("every").enabled());
        assertEquals("pipeline." + key, Unread.of(moved.node("every")).orElseThrow().problem().key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // piece of the sample | what stands there instead | problem | place after the file
            "\"format\": 1|\"format\": 2|newer-format|",
            "\"id\": \"every\"|\"id\": \"read\"|two-nodes-one-id|read",
            "\"id\": \"every\"|\"id\": \"a.b\"|bad-node-id|a.b",
            "\"id\": \"every\"|\"id\": \"\"|bad-node-id|nodes 2",
            "\"id\": \"every\",|``|field-missing|nodes 2",
            "\"x\": 240|\"x\": \"left\"|field-wrong|every",
            "read.table|sign.table|no-such-node|sign.table -> every.table",
            "read.table|read.lists|no-such-port|read.lists",
            "read.table|every.table|cycle|",
            "read.table|read|link-end|links 1",
            "\"links\": [|\"links\": [{\"from\": \"read.table\", \"to\": \"every.table\"}, |link-twice|read.table -> every.table",
            "\"nodes\": [|\"nodes\": [7, |not-a-pipeline|nodes 1",
            "\"name\": \"店铺\"|\"name\": \"\"|field-missing|",
            "\"name\": \"店铺\",|\"title\": \"x\",|field-missing|",
            "\"format\": 1,|``|not-a-pipeline|"})
    void eachMistakeIsToldByFileAndPlace(String from, String to, String key, String place) {
        Problem problem = refusal(with(from, to));
        assertEquals("pipeline." + key, problem.key());
        assertEquals("shop.json" + (place == null ? "" : ": " + place), problem.where());
    }

    @Test void linksThatDoNotFitAreToldWithTheirNodes() {
        String nodes = "{\"format\": 1, \"name\": \"p\", \"nodes\": [{\"id\": \"read\", \"operator\": \"toy.numbers\"}, {\"id\": \"also\", \"operator\": \"toy.numbers\"}, "
                + "{\"id\": \"sign\", \"operator\": \"toy.sign\"}, {\"id\": \"add\", \"operator\": \"toy.add\"}, {\"id\": \"train\", \"operator\": \"toy.train\"}], \"links\": [%s]}";
        assertEquals(Problem.of("pipeline.unlike-link", "shop.json: train.model -> sign.table", PortType.MODEL, PortType.TABLE),
                refusal(nodes.formatted("{\"from\": \"train.model\", \"to\": \"sign.table\"}")));
        assertEquals(Problem.of("pipeline.input-taken", "shop.json: sign.table"),
                refusal(nodes.formatted("{\"from\": \"read.table\", \"to\": \"sign.table\"}, {\"from\": \"also.table\", \"to\": \"sign.table\"}")));
        assertEquals(Problem.of("pipeline.cycle", "shop.json", "add -> sign -> add"),
                refusal(nodes.formatted("{\"from\": \"sign.table\", \"to\": \"add.table\"}, {\"from\": \"add.table\", \"to\": \"sign.table\"}")));
    }

    @Test void whatIsNoJsonIsToldByItsLine() {
        Problem problem = refusal(with("\"links\": [", "\"links\": ]"));
        assertEquals("pipeline.not-json", problem.key());
        assertEquals("shop.json:" + SHOP.substring(0, SHOP.indexOf("\"links\"")).lines().count(), problem.where());
        assertEquals(List.of("\"links\": ]"), problem.args(), "the line as it stands, not the parser's English");
        for (String text : List.of("", "{", "a,b\n1,2\n", "{\"format\": 1, \"format\": 1}", SHOP + "}", "[".repeat(5_000))) assertTrue(refusal(text).where().startsWith("shop.json"), text);
        for (String text : List.of("[]", "7", "null", "{}", "{\"format\": \"1\"}")) assertEquals("pipeline.not-a-pipeline", refusal(text).key(), text);
    }

    @Test void filesThatCanNotBeReadAreNamed() throws IOException {
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(Problem.of("pipeline.not-a-pipeline", "binary.json"), assertThrows(ProblemException.class, () -> json.read(binary)).problem());
        Path gone = folder.resolve("gone.json");
        assertEquals(Problem.of("pipeline.no-such-file", gone.toString()), assertThrows(ProblemException.class, () -> json.read(gone)).problem());
        Path inside = Files.createDirectory(folder.resolve("folder.json"));
        assertEquals(Problem.of("pipeline.unreadable-file", inside.toString()), assertThrows(ProblemException.class, () -> json.read(inside)).problem());
        Path gbk = Files.write(folder.resolve("gbk.json"), SHOP.getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertEquals("pipeline.not-a-pipeline", assertThrows(ProblemException.class, () -> json.read(gbk)).problem().key());
    }

    @Test void aFileThatCanNotBeWrittenIsNamedAndTheOldOneStays() throws IOException {
        Path nowhere = folder.resolve("no").resolve("shop.json");
        Pipeline pipeline = json.read("x", SHOP);
        assertEquals(Problem.of("pipeline.unwritable-file", nowhere.toString()), assertThrows(ProblemException.class, () -> json.write(nowhere, pipeline)).problem());
        Path taken = Files.createDirectory(folder.resolve("taken.json"));
        Files.write(taken.resolve("x"), "x".getBytes(StandardCharsets.UTF_8));
        assertThrows(ProblemException.class, () -> json.write(taken, pipeline));
        assertTrue(Files.isDirectory(taken));
        assertFalse(Files.exists(folder.resolve("taken.json.part")));
    }
}
