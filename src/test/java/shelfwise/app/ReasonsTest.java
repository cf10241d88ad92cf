package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.ListService.Reason;
import shelfwise.base.Messages;
import shelfwise.export.Snapshot;
import shelfwise.model.Evidence.Kind;

/** Reasons that are neither items nor customers are told in words, in each language. */
class ReasonsTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH), CHINESE = Messages.in(Locale.SIMPLIFIED_CHINESE);
    @TempDir private static Path folder;
    private static Workspace shop;

    @BeforeAll static void train() {
        shop = MixedShop.trained(folder.resolve("shop"));
    }

    @AfterAll static void close() {
        shop.close();
    }

    private static List<Reason> reasons(String model, int row) {
        return shop.lists().forUser(model, "c04", 3, true, true).rows().get(row).reasons().orElseThrow().all();
    }

    private static List<String> told(List<Reason> reasons, Kind kind, Messages messages) {
        return reasons.stream().filter(r -> r.part().kind() == kind).map(r -> r.label(messages)).toList();
    }

    @Test void aModelIsNamedWithTheItemsBehindIt() {
        List<Reason> reasons = reasons("mix", 0);
        assertTrue(List.of("model item-knn", "model als").containsAll(told(reasons, Kind.MODEL, ENGLISH)), reasons.toString());
        assertTrue(List.of("模型 item-knn", "模型 als").containsAll(told(reasons, Kind.MODEL, CHINESE)));
        assertFalse(reasons.getFirst().behind().isEmpty());
        assertEquals(Kind.ITEM, reasons.getFirst().behind().getFirst().part().kind());
    }

    @Test void rulesTellWhatTheyDid() {
        List<String> told = told(reasons("ruled", 0), Kind.RULE, ENGLISH);
        assertTrue(told.contains("pinned to place 1"), told.toString());
        assertTrue(told(reasons("ruled", 0), Kind.RULE, CHINESE).contains("固定在第 1 位"));
        assertTrue(reasons("ruled", 1).stream().anyMatch(r -> r.part().kind() == Kind.MODEL), "and the base model's reasons stay");
    }

    @Test void aSnapshotKeepsTheNotesAndTheItemsBehindTheModels() throws Exception {
        String id = shop.snapshots().ids().stream().filter(s -> s.contains("mixed")).findFirst().orElseThrow();
        Snapshot frozen = shop.snapshots().read(id);
        Snapshot.RankedList list = frozen.lists().stream().filter(l -> l.model().equals("ruled") && l.user().equals("c04")).findFirst().orElseThrow();
        assertTrue(list.notes(1, ENGLISH).contains("pinned to place 1"), list.toString());
        assertFalse(list.rows().getFirst().why().isEmpty(), "items behind the models of the mix");
        Path out = folder.resolve("out");
        shop.snapshots().writeAll(id, out, CHINESE);
        assertTrue(Files.readString(out.resolve("snapshot.csv")).contains("固定在第 1 位"));
        assertTrue(Files.readString(out.resolve("snapshot.html")).contains("固定在第 1 位"));
    }

    @Test void aPropertyIsNamedWithItsColumn() {
        assertEquals(List.of("kind: Kitchen"), told(reasons("by-kind", 0), Kind.FEATURE, ENGLISH));
        assertEquals(List.of("kind：Kitchen"), told(reasons("by-kind", 0), Kind.FEATURE, CHINESE));
    }
}
