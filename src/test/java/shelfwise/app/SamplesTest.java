package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;

class SamplesTest {
    @TempDir Path folder;

    @Test void aCopyThatFailsLeavesNothingAndTheNextOneIsWhole() throws IOException {
        Path sample = Files.createDirectories(folder.resolve("shop/data")).getParent();
        Files.writeString(sample.resolve("sample.json"), "{}");
        Path gone = Files.createSymbolicLink(sample.resolve("data/orders.csv"), folder.resolve("not-there"));
        Path own = folder.resolve("own");
        assertEquals("app.no-folder", assertThrows(ProblemException.class, () -> Samples.copy(sample, own.resolve("shop"))).problem().key());
        assertEquals(List.of(), inside(own));
        Files.delete(gone);
        Files.writeString(gone, "a,b");
        Samples.copy(sample, own.resolve("shop"));
        assertEquals("a,b", Files.readString(own.resolve("shop/data/orders.csv")));
        assertEquals(List.of("shop"), inside(own));
    }

    @Test void whatWasDeletedFromASampleDoesNotComeAgain() throws IOException {
        try (Workspace shop = Workspace.create(folder.resolve("sample"))) {
            Files.writeString(folder.resolve("sample/orders.csv"), "customer,product\na,b\n");
            Files.writeString(folder.resolve("sample/sample.json"), "{\"assets\": [{\"name\": \"orders\", \"file\": \"orders.csv\"}]}");
            assertEquals(1, Samples.importMissing(shop, Progress.NONE).size());
            shop.assets().delete("orders");
            assertFalse(Samples.toImport(shop));
        }
    }

    private static List<String> inside(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
