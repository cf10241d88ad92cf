package shelfwise.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Table;

/** The profile that the data's description promises, of the whole table. */
class OnlineRetailProfileTest {
    private static Table table;
    private static Profile profile;

    @BeforeAll static void profileOnce() {
        Assumptions.assumeTrue(Files.exists(OnlineRetail.FILE), "skipped: no " + OnlineRetail.FILE);
        table = OnlineRetail.read();
        var profiler = new Profiler(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        profile = profiler.profile(table, Progress.NONE);
    }

    @Test void countsColumnsAsDescribed() {
        assertEquals(541_909, profile.rows());
        assertEquals(25_900, column("InvoiceNo").distinct());
        assertEquals(4_070, column("StockCode").distinct());
        assertEquals(4_372, column("CustomerID").distinct());
        assertEquals(38, column("Country").distinct());
        assertEquals(1_454, column("Description").missing());
        assertEquals(135_080, column("CustomerID").missing());
        assertEquals(5_268, profile.repeatedRows());
        assertEquals(113_452, column("Description").texts().orElseThrow().outerBlanks());
        assertEquals(10_624, column("Quantity").numbers().orElseThrow().negatives());
        assertEquals(80_995, column("Quantity").numbers().orElseThrow().max());
        assertEquals(2_515, column("UnitPrice").numbers().orElseThrow().zeros());
        assertEquals(-11_062.06, column("UnitPrice").numbers().orElseThrow().min());
        assertTrue(column("InvoiceNo").exact());
    }

    @Test void findsTheKnownMess() {
        assertEquals(135_080, alert("missing-key", "CustomerID").count());
        assertEquals(9_288, alert("cancelled-orders", "InvoiceNo").count());
        assertEquals(3, alert("odd-orders", "InvoiceNo").count());
        assertEquals(10_624, alert("negative-quantity", "Quantity").count());
        assertEquals(2_515, alert("zero-price", "UnitPrice").count());
        assertEquals(2, alert("negative-price", "UnitPrice").count());
        assertEquals(113_452, alert("outer-blanks", "Description").count());
        assertEquals(1_324L, alert("several-titles", "StockCode").extra().getFirst());
        assertTrue(alert("service-codes", "StockCode").extra().get(1).toString().startsWith("POST, DOT, M, C2, D"));
        assertEquals(406_829, alert("ids-point-zero", "CustomerID").count());
        assertEquals(5_268, profile.alerts().stream().filter(a -> a.id().equals("repeated-rows")).findFirst().orElseThrow().count());
    }

    @Test void describesTheEvents() {
        InteractionProfile i = profile.interactions().orElseThrow();
        assertEquals(406_829, i.events());
        assertEquals(4_372, i.users());
        assertEquals(3_684, i.items());
        assertEquals(i.pairs() / (4_372.0 * 3_684), i.density());
        var times = i.times().orElseThrow();
        assertEquals(Instant.parse("2010-12-01T08:26:00Z"), Instant.ofEpochMilli(times.first()));
        assertEquals(Instant.parse("2011-12-09T12:50:00Z"), Instant.ofEpochMilli(times.last()));
        assertEquals(406_829, times.perDay().total());
        assertEquals(13, times.perMonth().counts().size());
    }

    @Test void everyAlertHasAsManyRowsAsItSays() {
        for (Alert a : profile.alerts()) {
            assertEquals(a.count(), AlertRows.rows(table, a, 0, Long.MAX_VALUE, Progress.NONE).rows(), a.id());
        }
    }

    @Test void ordersAlertsBySeverityAndExplainsItsScore() {
        for (int i = 1; i < profile.alerts().size(); i++) {
            assertTrue(profile.alerts().get(i - 1).severity().compareTo(profile.alerts().get(i).severity()) <= 0);
        }
        double points = profile.score().deductions().stream().mapToDouble(Score.Deduction::points).sum();
        assertEquals(Math.round(Math.max(0, 100 - points)), profile.score().value());
        assertEquals(profile.alerts().size(), profile.score().deductions().size());
    }

    @Test void tellsEveryAlertInBothLanguages() {
        for (Locale language : Messages.LANGUAGES) {
            Messages messages = Messages.in(language);
            for (Alert a : profile.alerts()) {
                for (String part : new String[] {"", ".why", ".cure"}) {
                    String text = messages.text("alert." + a.id() + part, a.messageArgs());
                    assertFalse(text.contains("‹") || text.contains("{"), text);
                }
            }
        }
    }

    @Test void comesBackFromJsonAsItWas() {
        assertEquals(profile, ProfileJson.read(ProfileJson.write(profile)));
    }

    private static ColumnProfile column(String name) {
        return profile.column(name).orElseThrow();
    }

    private static Alert alert(String id, String column) {
        return profile.alerts().stream().filter(a -> a.id().equals(id) && a.column().orElse("").equals(column)).findFirst().orElseThrow(() -> new AssertionError(id));
    }
}
