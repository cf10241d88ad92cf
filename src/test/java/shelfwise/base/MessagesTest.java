package shelfwise.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;
import shelfwise.pipeline.PortType;

class MessagesTest {
    private static final Pattern PROBLEM_KEY = Pattern.compile("Problem\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test void everyTextIsThereInBothLanguages() {
        for (String room : Messages.ROOMS) {
            assertEquals(keys(room, Locale.ENGLISH), keys(room, Locale.SIMPLIFIED_CHINESE), "keys of messages/" + room);
        }
    }

    @Test void noTextIsBlankAndEveryPatternCanBeFilled() {
        for (Locale language : Messages.LANGUAGES) {
            for (String room : Messages.ROOMS) {
                Messages.read(room, language).forEach((key, text) -> {
                    assertTrue(!((String) text).isBlank(), room + " " + language + " " + key);
                    new MessageFormat((String) text, language);
                });
            }
        }
    }

    @Test void noKeyStandsInTwoRooms() {
        var seen = new TreeSet<String>();
        for (String room : Messages.ROOMS) for (String key : keys(room, Locale.ENGLISH)) assertTrue(seen.add(key), key + " again in " + room);
    }

    /** The second one would count, unseen. */
    @Test void noKeyStandsTwiceInAFile() throws IOException {
        var twice = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                var seen = new TreeSet<String>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.startsWith("#") && line.contains("=") && !seen.add(line.substring(0, line.indexOf('=')))) twice.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test void chineseTextsAreChinese() {
        var english = new ArrayList<String>();
        for (String room : Messages.ROOMS) {
            var texts = Messages.read(room, Locale.ENGLISH);
            Messages.read(room, Locale.SIMPLIFIED_CHINESE).forEach((key, text) -> {
                boolean words = Pattern.compile("[a-z]{3,} [a-z]{3,}").matcher((String) text).find();
                if (text.equals(texts.get(key)) && words) english.add((String) key);
            });
        }
        assertEquals(List.of(), english, "texts left in English");
    }

    /** A reader who meets two words looks for two things. */
    @Test void chineseHasOneWordForOneThing() {
        Map<String, String> chosen = Map.ofEntries(Map.entry("物品", "商品"), Map.entry("顾客", "用户"), Map.entry("客户", "用户"), Map.entry("资产", "数据表"),
                Map.entry("流水线", "流程"), Map.entry("管道", "流程"), Map.entry("节点", "步骤"), Map.entry("算子", "步骤"), Map.entry("拒收", "被拒绝"),
                Map.entry("理由", "原因"), Map.entry("哈希", "校验值"), Map.entry("切分", "划分"), Map.entry("拆分", "划分"), Map.entry("畅销", "热门"), Map.entry("热销", "热门"),
                Map.entry("热度", "热门程度"), Map.entry("后备", "备用"), Map.entry("支持度", "支持数"), Map.entry("告警", "提醒"), Map.entry("交互", "事件"));
        var strays = new ArrayList<String>();
        for (String room : Messages.ROOMS) {
            Messages.read(room, Locale.SIMPLIFIED_CHINESE).forEach((key, text) -> chosen.forEach((other, word) -> {
                if (((String) text).contains(other)) strays.add(key + ": " + other + " is called " + word);
            }));
        }
        assertEquals(List.of(), strays);
    }

    @Test void everyProblemTheCodeTellsHasItsTextAndCure() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String room : Messages.ROOMS) known.addAll(keys(room, Locale.ENGLISH));
        var missing = new ArrayList<String>();
        int found = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = PROBLEM_KEY.matcher(Files.readString(file));
                while (m.find()) {
                    found++;
                    if (!known.contains("problem." + m.group(1))) missing.add(file.getFileName() + " problem." + m.group(1));
                    if (!known.contains("problem." + m.group(1) + ".cure")) missing.add(file.getFileName() + " problem." + m.group(1) + ".cure");
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 20, "only " + found + " problems seen");
    }

    @Test void aMissingTextIsSeenNotHidden() {
        assertEquals("‹no.such.key›", Messages.in(Locale.ENGLISH).text("no.such.key"));
    }

    @Test void aProblemTellsPlaceWhatAndCure() {
        var told = Messages.in(Locale.ENGLISH).tell(Problem.of("data.no-such-column", "orders", "a, b"));
        assertTrue(told.startsWith("orders: ") && told.contains("a, b") && told.lines().count() == 2, told);
    }

    @Test void anArgumentWithANameIsToldInTheReadersLanguage() {
        var problem = Problem.of("prepare.needs-number", "clean", "price", ColumnType.TEXT);
        assertTrue(Messages.in(Locale.ENGLISH).tell(problem).contains("\"Text\""));
        assertTrue(Messages.in(Locale.SIMPLIFIED_CHINESE).tell(problem).contains("“文本”"));
    }

    @Test void everythingNamedHasItsName() {
        var named = new ArrayList<Named>();
        for (Named[] all : List.of(ColumnType.values(), Role.values(), PortType.values())) named.addAll(List.of(all));
        for (Locale language : Messages.LANGUAGES) {
            for (Named n : named) assertTrue(Messages.in(language).find(n.nameKey()).isPresent(), language + " " + n.nameKey());
        }
    }

    /** The word of a constant is for files and commands: people read its name. */
    @Test void noProblemIsToldAConstantsWord() throws IOException {
        Pattern words = Pattern.compile("Problem\\.of\\(\"[^\"]+\",[^;]*?(type|role|kind|state|order)\\(\\)\\.(name|word|toString)\\(\\)");
        var strays = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                words.matcher(Files.readString(file)).results().forEach(m -> strays.add(file.getFileName() + ": " + m.group()));
            }
        }
        assertEquals(List.of(), strays);
    }

    @Test void aListIsWrittenAsTheLanguageDoes() {
        assertEquals("a, b", Messages.in(Locale.ENGLISH).list(Stream.of("a", "b")));
        assertEquals("a、b", Messages.in(Locale.SIMPLIFIED_CHINESE).list(Stream.of("a", "b")));
    }

    @Test void severalThingsInOneArgumentAreToldAsAList() {
        var problem = Problem.of("data.no-such-column", "price", List.of("item", "paid"));
        assertTrue(Messages.in(Locale.ENGLISH).tell(problem).contains("item, paid"));
        assertTrue(Messages.in(Locale.SIMPLIFIED_CHINESE).tell(problem).contains("item、paid"));
    }

    /** Chinese parts the words of a list by another comma than sentences; English has one for both. */
    @Test void howAListIsWrittenStandsOnce() {
        Messages chinese = Messages.in(Locale.SIMPLIFIED_CHINESE);
        assertEquals(List.of("list.between"), chinese.keys("").stream().filter(k -> chinese.text(k).strip().equals("、")).toList());
    }

    /** A comma between words is a matter of the language: neither what the window shows nor what a problem tells is joined with it. */
    @Test void noTextJoinsWordsByItself() throws IOException {
        Pattern told = Pattern.compile("(Problem|Mistake)\\.of\\([^;]*?join(ing)?\\(\", \""), shown = Pattern.compile("\\b(ui|messages|session)\\.text\\([^;]*?join(ing)?\\(\", \"");
        var strays = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                Stream.of(told, shown).flatMap(p -> p.matcher(code).results()).forEach(m -> strays.add(file.getFileName() + ": " + m.group()));
            }
        }
        assertEquals(List.of(), strays);
    }

    private static Set<String> keys(String room, Locale language) {
        return new TreeSet<>(Messages.read(room, language).stringPropertyNames());
    }
}
