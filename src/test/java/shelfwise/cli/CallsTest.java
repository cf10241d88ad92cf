package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shelfwise.cli.Shop.Said;

/** Help, wrong calls, the window, progress and cancelling. */
class CallsTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
    @TempDir Path folder;

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "import", "assets", "profile", "run", "search", "list", "similar", "export", "cache", "operators", "open"})
    void everyCommandHasHelpWithAnExampleInBothLanguages(String command) {
        for (String language : List.of("en", "zh")) {
            Said said = call("--lang", language, command, "--help");
            assertEquals(0, said.code());
            assertTrue(said.out().contains("  shelfwise " + command + " "), said.out());
            assertEquals(language.equals("zh"), chinese(said.out()), said.out());
            assertTrue(said.out().lines().noneMatch(l -> l.matches(" {6}\\[?[A-Z]{4,}]?(\\.\\.\\.)?")), "an argument without a word: " + said.out());
        }
        assertTrue(call("--help").out().contains("  " + command + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop --what", "sho p", "list P", "list P --model", "list P --model m --user u -n 0", "list P --model m --user u -n x",
            "export P s --format pdf --out f", "import P", "import P f --role user", "import P f --role a=customer", "import P f --type a=number",
            "import P f --decimal x", "import P f --encoding none-such", "import P f --header maybe", "import P f g --name n",
            "import P f --role a=user --role a=item", "run P --set neighbours", "assets P Q", "assets P --json=yes", "new", "run P --out a --out b", "operators model.none", "operators model", "operators a b", "cache P --limit much", "cache P --limit -1", "cache P --all", "cache",
        "search P --metric rmse@10", "search P --method grid", "search P --trials x", "search P --set x"})
    void aWrongCallIsToldInAFewLinesWithCodeTwo(String call) {
        for (String language : List.of("en", "zh")) {
            Said said = call((Object[]) (call + " --lang " + language).split(" "));
            assertEquals(2, said.code(), call + said.err());
            assertEquals("", said.out());
            assertTrue(!said.err().isBlank() && said.err().lines().count() <= 3 && !said.err().contains("‹") && !said.err().contains("Exception"), call + said.err());
            assertEquals(language.equals("zh"), chinese(said.err()), call + said.err());
            assertTrue(said.err().contains("--help"), call + said.err());
        }
    }

    @Test void anUnknownLanguageIsAWrongCall() {
        assertEquals(2, call("assets", "P", "--lang", "fr").code());
        assertEquals(0, call("--version", "--lang=zh").code());
    }

    @Test void openGoesToTheWindowWhereThereIsOneAndRunsTheFirstPipelineElsewhere() throws IOException {
        Shop shop = Shop.filled(folder);
        var asked = new AtomicReference<Optional<Path>>(Optional.empty());
        assertEquals(0, new Cli(NOWHERE, NOWHERE, false, project -> {
            asked.set(project);
            return true;
        }).run("open", shop.project().toString()));
        assertEquals(Optional.of(shop.project()), asked.get());
        Files.writeString(shop.project().resolve("pipelines").resolve("the-second.json"), Shop.PIPELINE.replace("\"shop\"", "\"the-second\""));
        Said said = call("open", shop.project());
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().startsWith("There is no display") && said.out().contains("Snapshot "), said.err() + said.out());
    }

    private Path large() {
        var rows = new StringBuilder("user,item\n");
        IntStream.range(0, 200_000).forEach(i -> rows.append('u').append(i % 997).append(",i").append(i % 101).append('\n'));
        return Shop.write(folder.resolve("large.csv"), rows.toString());
    }

    @Test void onATerminalProgressIsOneLineThatIsRewritten() {
        Shop shop = Shop.made(folder);
        var err = new ByteArrayOutputStream();
        assertEquals(0, new Cli(NOWHERE, new PrintStream(err, true, StandardCharsets.UTF_8), true, Window.NONE).run("import", shop.project().toString(), large().toString()));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("\rImporting large.csv") && !said.contains("\n") && said.endsWith("\r"), said);
    }

    @Test void aCancelledImportLeavesTheStoreAsItWas() {
        Shop shop = Shop.filled(folder);
        var err = new ByteArrayOutputStream();
        var cli = new AtomicReference<Cli>(new Cli(NOWHERE, NOWHERE, false, Window.NONE));
        // Cancelled once the import is under way, as Ctrl-C does from another thread.
        var watched = new PrintStream(err, true, StandardCharsets.UTF_8) {
            @Override public void print(String text) {
                super.print(text);
                if (text.startsWith("\rImporting")) cli.get().cancel();
            }
        };
        cli.set(new Cli(NOWHERE, watched, true, Window.NONE));
        assertEquals(130, cli.get().run("import", shop.project().toString(), large().toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Cancelled."), err.toString(StandardCharsets.UTF_8));
        Said assets = call("assets", shop.project(), "--json");
        assertTrue(assets.json().size() == 1 && assets.out().contains("\"orders\""), assets.out());
    }
}
