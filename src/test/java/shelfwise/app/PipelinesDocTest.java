package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorHelp;
import shelfwise.pipeline.OperatorHelp.Choice;
import shelfwise.pipeline.OperatorHelp.PortHelp;
import shelfwise.pipeline.OperatorHelp.SettingHelp;
import shelfwise.pipeline.PipelineJson;

/** The second half of docs/pipelines.md is made from the operators. Made anew with {@code -Dshelfwise.write-docs=true}. */
class PipelinesDocTest {
    private static final Path PAGE = Path.of("docs/pipelines.md");
    private static final String BEGIN = "## Operators\n";
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @Test void thePageDescribesEveryOperatorAsItIs() throws IOException {
        String page = Files.readString(PAGE), written = page.substring(0, page.indexOf(BEGIN)) + operators();
        if (Boolean.getBoolean("shelfwise.write-docs")) Files.writeString(PAGE, written);
        assertEquals(written, Files.readString(PAGE), "docs/pipelines.md is not up to date: run this test once with -Dshelfwise.write-docs=true");
    }

    /** The example of the page, with the nodes it only mentions. */
    @Test void theFormatOfThePageIsTheOneThatIsWritten() throws IOException {
        String page = Files.readString(PAGE), example = page.substring(page.indexOf("```json\n") + 8, page.indexOf("\n```\n", page.indexOf("```json\n")));
        String nodes = "purchases:prepare.interactions item-knn:model.item-knn tidy-text:prepare.text no-repeats:prepare.drop-duplicates";
        var rest = new StringBuilder();
        for (String n : nodes.split(" ")) rest.append(",{\"id\":\"").append(n.split(":")[0]).append("\",\"operator\":\"").append(n.split(":")[1]).append("\"}");
        var json = new PipelineJson(Operators.catalogue());
        String whole = json.write(json.read("example", example.replaceFirst("\n  ],\n  \"links\"", rest + "\n  ],\n  \"links\"")));
        for (String line : example.lines().toList()) {
            assertTrue(whole.contains(line.strip().replaceAll(",$", "")), line + " is written otherwise:\n" + whole);
        }
    }

    private static String operators() {
        var out = new StringBuilder(BEGIN);
        out.append("Ports are written `name: type`. A range is what numbers may be; a default is written as on the command line. Everything from here on is made by `PipelinesDocTest`; "
                + "run it with `-Dshelfwise.write-docs=true` after changing an operator.\n");
        for (String group : Operators.ALL.stream().map(PipelinesDocTest::group).collect(Collectors.toCollection(LinkedHashSet::new))) {
            out.append("\n### ").append(ENGLISH.text("pipelines.group." + group)).append('\n');
            for (Operator<?> o : Operators.ALL) if (group(o).equals(group)) operator(out, o);
        }
        return out.toString();
    }

    private static String group(Operator<?> operator) {
        return operator.id().substring(0, operator.id().indexOf('.'));
    }

    private static void operator(StringBuilder out, Operator<?> operator) {
        OperatorHelp help = OperatorHelp.of(operator, ENGLISH);
        out.append("\n#### ").append(cell(help.name())).append(" `").append(help.id()).append("`\n").append(cell(help.meaning())).append('\n');
        out.append("\nVersion ").append(operator.version()).append(ports(". Takes ", help.inputs())).append(ports(". Gives ", help.outputs())).append(".\n");
        if (help.settings().isEmpty()) return;
        out.append("\n| setting | meaning | range | default |\n|---|---|---|---|\n");
        for (SettingHelp s : help.settings()) setting(out, s, "");
    }

    private static String ports(String begin, List<PortHelp> ports) {
        return ports.isEmpty() ? "" : begin + ports.stream().map(p -> "`" + p.name() + "`: " + p.type() + (p.note().isEmpty() ? "" : " (" + p.note() + ")")).collect(Collectors.joining(", "));
    }

    private static void setting(StringBuilder out, SettingHelp s, String parent) {
        String choices = s.choices().stream().map(PipelinesDocTest::choice).collect(Collectors.joining(", "));
        String meaning = s.label() + ". " + s.meaning() + (choices.isEmpty() ? "" : " One of: " + choices + ".");
        out.append("| `").append(parent).append(s.name()).append("` | ").append(cell(meaning)).append(" | ").append(cell(s.range())).append(" | ")
                .append(s.initial().isEmpty() ? "" : "`" + s.initial().replace("|", "\\|").replace("\n", " ") + "`").append(" |\n");
        for (SettingHelp column : s.columns()) setting(out, column, parent + s.name() + " › ");
    }

    private static String choice(Choice choice) {
        return "`" + choice.word() + "` (" + choice.label() + ")";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;").replace("*", "\\*");
    }
}
