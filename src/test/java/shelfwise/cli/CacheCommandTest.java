package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.Messages;
import shelfwise.base.ProblemException;
import shelfwise.cli.Shop.Said;

class CacheCommandTest {
    @TempDir Path folder;

    @Test void sizesAreReadAsPeopleWriteThem() {
        assertEquals(2_000_000_000L, ByteSize.parse("2g"));
        assertEquals(1_500_000_000L, ByteSize.parse("1.5 GB"));
        assertEquals(500_000_000L, ByteSize.parse("500M"));
        assertEquals(0, ByteSize.parse("0"));
        assertEquals(Long.MAX_VALUE, ByteSize.parse("99999999999t"));
        for (String wrong : new String[] {"", "g", "-1g", "2x", "1,5g", "2gg"}) assertThrows(ProblemException.class, () -> ByteSize.parse(wrong), wrong);
    }

    @Test void sizesAreWrittenShort() {
        var figures = new Figures(Messages.in(Locale.ENGLISH));
        assertEquals("999 B", ByteSize.text(999, figures));
        assertEquals("1.0 kB", ByteSize.text(1_000, figures));
        assertEquals("17 MB", ByteSize.text(17_400_000, figures));
        assertEquals("4.0 GB", ByteSize.text(4_000_000_000L, figures));
    }

    @Test void itTellsWhatIsKeptLimitsItAndClearsIt() {
        var shop = Shop.trained(folder).project();
        Said said = call("cache", shop, "--lang", "en");
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().startsWith("Kept for later runs: ") && said.out().contains(" of 4.0 GB, "), said.out());
        var kept = call("cache", shop, "--json").json();
        assertEquals(kept.get("bytes").asLong(), kept.get("needed").asLong());
        assertTrue(kept.get("cleared").isNull());
        assertEquals(2_000_000_000L, call("cache", shop, "--limit", "2g", "--json").json().get("limit").asLong());
        assertEquals(0, call("cache", shop, "--clear", "--json").json().at("/cleared/entries").asInt());
    }

    @Test void clearingAllNamesTheModelsThatAreLostAndListsSayWhatBringsThemBack() {
        var shop = Shop.trained(folder).project();
        var gone = call("cache", shop, "--clear", "--all", "--json").json();
        assertEquals(0, gone.get("entries").asInt());
        String model = gone.at("/cleared/models/0").asString();
        Said said = call("list", shop, "--model", model, "--user", "x", "--lang", "en");
        assertEquals(1, said.code());
        assertTrue(said.err().contains("was cleared to free space") && said.err().contains("again"), said.err());
        assertEquals(0, call("run", shop).code());
        assertEquals(0, call("list", shop, "--model", model, "--user", "x").code());
    }
}
