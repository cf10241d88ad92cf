package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static shelfwise.cli.Shop.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.cli.Shop.Said;

/** Each bad input gets a message that names place and cure, exit code 1, no stack trace, and nothing changes on disk. */
class BadInputTest {
    @TempDir Path folder;
    private Shop shop = new Shop(Path.of(""));

    @BeforeEach void fill() {
        shop = Shop.filled(folder);
    }

    /** @param place what the first line begins with @param cure words of the second line */
    private void refused(String place, String cure, Object... call) {
        Map<String, String> before = Shop.listing(folder);
        Said said = call(call);
        assertEquals(before, Shop.listing(folder), "on disk");
        assertEquals(1, said.code(), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith(place + ": "), "place " + place + " in " + said.err());
        assertEquals(2, said.err().lines().count(), said.err());
        assertTrue(said.err().lines().toList().getLast().contains(cure), cure + " in " + said.err());
        assertTrue(Stream.of("Exception", "\tat ", "‹", "{0", "{1", "{2").noneMatch(said.err()::contains), said.err());
        Said chinese = call(Stream.concat(Stream.of(call), Stream.of("--lang", "zh")).toArray());
        assertEquals(1, chinese.code());
        assertTrue(chinese.err().startsWith(place + "：") && !chinese.err().contains("‹"), chinese.err());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test void aFileThatIsNotWhatItsNameSays() throws IOException {
        refused("table.xlsx", "Rename it to .csv", "import", shop.project(), file("table.xlsx", "a,b\n1,2\n"));
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6};
        refused("picture.csv", "Export the data as CSV or Excel", "import", shop.project(), file("picture.csv", picture));
        refused("orders.csv.gz", "again", "import", shop.project(), file("orders.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3}));
    }

    @Test void anEmptyOrUnreadableFile() throws IOException {
        refused("empty.csv", "export again", "import", shop.project(), file("empty.csv", ""));
        refused("header.csv", "no header", "import", shop.project(), file("header.csv", "user,item\n"));
        refused(folder.resolve("none.csv").toString(), "Check the path", "import", shop.project(), folder.resolve("none.csv"));
        refused("shop", "Choose the files in it", "import", shop.project(), shop.project());
        Path secret = file("secret.csv", "a,b\n1,2\n");
        assertTrue(secret.toFile().setReadable(false));
        assumeFalse(Files.isReadable(secret), "this account may read everything: an unreadable file can't be made");
        refused("secret.csv", "check that you may read it", "import", shop.project(), secret);
    }

    @Test void aBadFileAmongGoodOnesKeepsAllOut() throws IOException {
        refused("empty.csv", "export again", "import", shop.project(), shop.orders(), file("empty.csv", ""));
    }

    @Test void twoColumnsWithOneRole() {
        refused("product", "to one column only", "import", shop.project(), shop.orders(), "--role", "customer=user", "--role", "product=user");
        refused("client", "Use one of these names", "import", shop.project(), shop.orders(), "--role", "client=user");
    }

    private void pipeline(String name, String text) {
        Shop.write(shop.project().resolve("pipelines").resolve(name + ".json"), text);
    }

    @Test void aPipelineWithAnUnknownOperator() {
        pipeline("shop", Shop.PIPELINE.replace("split.leave-last-out", "split.by-magic"));
        refused("shop: split", "Correct the name", "run", shop.project());
    }

    @Test void aPipelineWithAnUnlikeLink() {
        pipeline("shop", Shop.PIPELINE.replace("\"purchases.interactions\", \"to\": \"split.interactions\"", "\"orders.table\", \"to\": \"split.interactions\""));
        refused("shop.json: orders.table -> split.interactions", "same type", "run", shop.project());
    }

    @Test void aPipelineWithACycle() {
        String filter = "{\"id\": \"F\", \"operator\": \"prepare.filter\", \"version\": 1},";
        pipeline("shop", Shop.PIPELINE.replace("\"nodes\": [", "\"nodes\": [" + filter.replace("F", "one") + filter.replace("F", "two"))
                .replace("\"links\": [", "\"links\": [{\"from\": \"one.table\", \"to\": \"two.table\"}, {\"from\": \"two.table\", \"to\": \"one.table\"},"));
        refused("shop.json", "Remove one of these links", "run", shop.project());
    }

    @Test void aPipelineThatIsNoJsonOrNotThereOrNotChosen() {
        pipeline("broken", Shop.PIPELINE.replace("\"links\"", "links"));
        refused("broken.json:9", "missing or spare comma", "run", shop.project(), "broken");
        refused("none", "Choose one of", "run", shop.project(), "none");
        refused(shop.project().resolve("pipelines").toString(), "Say which", "run", shop.project());
    }

    @Test void aPipelineWhoseAssetIsNotThere() {
        pipeline("shop", Shop.PIPELINE.replace("\"asset\": \"orders\"", "\"asset\": \"sales\""));
        Said said = call("run", shop.project());
        assertEquals(1, said.code());
        assertTrue(said.err().contains("orders") && said.err().contains("sales") && !said.err().contains("Running"), said.err());
    }

    @Test void aProjectThatIsNone() {
        refused(folder.resolve("nowhere").toString(), "project.json", "assets", folder.resolve("nowhere"));
        refused(shop.project().toString(), "Choose an empty folder", "new", shop.project());
        refused(shop.orders().toString(), "Choose a folder", "new", shop.orders());
    }

    @Test void aProjectMadeByANewerVersion() throws IOException {
        Path file = shop.project().resolve("project.json");
        Files.writeString(file, Files.readString(file).replaceFirst("(\"format\"\\s*:\\s*)1", "$199"));
        refused(shop.project().toString(), "Update Shelfwise", "assets", shop.project());
        refused(shop.project().toString(), "Update Shelfwise", "run", shop.project());
        refused(shop.project().toString(), "Update Shelfwise", "import", shop.project(), shop.orders());
    }

    @Test void aReadOnlyFolder() {
        assertTrue(shop.project().toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(shop.project()), "this account may write everywhere: a read-only folder can't be made");
            refused(shop.project().toString(), "Copy the project", "import", shop.project(), shop.orders());
            refused(shop.project().toString(), "Copy the project", "run", shop.project());
        } finally {
            assertTrue(shop.project().toFile().setWritable(true));
        }
    }

    @Test void aPlaceForTheListsThatIsAFile() {
        refused(shop.orders().toString(), "Choose a folder", "run", shop.project(), "--out", shop.orders());
    }

    @Test void aStoreInUse() {
        try (Workspace holding = Workspace.open(shop.project())) {
            for (Object[] call : List.of(new Object[] {"import", shop.project(), shop.orders()}, new Object[] {"run", shop.project()}, new Object[] {"assets", shop.project()})) {
                Said said = call(call);
                assertEquals(1, said.code());
                assertTrue(said.err().startsWith(shop.project() + ": the project is open elsewhere\nClose it"), said.err());
            }
            assertEquals(1, holding.assets().version("orders", 0).version());
        }
    }

    @Test void aNameThatIsNotThere() {
        assertEquals(0, call("run", shop.project()).code());
        for (Object[] call : List.of(new Object[] {"profile", shop.project(), "sales"}, new Object[] {"list", shop.project(), "--model", "svd", "--user", "c01"},
                new Object[] {"similar", shop.project(), "--model", "item-knn", "--item", "x"}, new Object[] {"export", shop.project(), "s", "--format", "csv", "--out", folder.resolve("f")},
                new Object[] {"run", shop.project(), "--set", "svd.factors=3"}, new Object[] {"run", shop.project(), "--set", "item-knn.neighbours=-1"})) {
            Said said = call(call);
            assertEquals(1, said.code());
            assertTrue(said.err().lines().count() == 2 && said.out().isEmpty(), said.err());
        }
        assertTrue(Files.notExists(folder.resolve("f")));
    }
}
