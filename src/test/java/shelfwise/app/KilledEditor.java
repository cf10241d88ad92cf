package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Pipeline;

/** A process of its own that edits a pipeline, saves nothing, and waits to be killed. */
final class KilledEditor {
    static final int EDITS = 5;

    private KilledEditor() { }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        var service = new PipelineService(folder, Operators.catalogue());
        var resumed = service.resume("shop");
        for (int i = 0; i < EDITS; i++) {
            Pipeline now = resumed.edits().present(), next = now.add(Node.of(now.freeId("killed"), Operators.catalogue().operator("prepare.filter")));
            resumed.edits().edit(next, Edit.of("edit.add", "x"));
            resumed.journal().edit(next, Edit.of("edit.add", "x"));
        }
        Path journal = folder.resolveSibling(".edits").resolve("shop.jsonl");
        while (!Files.exists(journal) || Files.readAllLines(journal).size() < EDITS + 1) Thread.onSpinWait();
        System.out.println("edited");
        Thread.currentThread().join();
    }
}
