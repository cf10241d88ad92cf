package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineEdits;

class PipelineJournalTest {
    @TempDir Path folder;
    private static final Edit ADD = Edit.of("edit.add", "x");

    private PipelineService open() {
        return new PipelineService(folder.resolve("pipelines"), Operators.catalogue());
    }

    private static Pipeline add(Pipeline p, String id) {
        return p.add(Node.of(id, Operators.catalogue().operator("prepare.filter")));
    }

    private void edit(PipelineJournal.Resumed r, Pipeline now, Edit edit) {
        r.edits().edit(now, edit);
        r.journal().edit(now, edit);
    }

    private Pipeline shop() {
        try (PipelineService service = open()) {
            Pipeline shop = add(Pipeline.empty("shop"), "clean");
            service.write(shop);
            return shop;
        }
    }

    @Test void whatWasNotSavedIsThereAgainAndCanBeUndone() {
        Pipeline shop = shop();
        try (PipelineService service = open()) {
            var first = service.resume("shop");
            assertFalse(first.recovered());
            edit(first, add(shop, "a"), ADD);
            edit(first, add(add(shop, "a"), "b"), ADD);
            edit(first, add(add(add(shop, "a"), "b"), "c"), ADD);
            first.edits().undo();
            first.journal().undo(first.edits().present());
        }
        try (PipelineService service = open()) {
            var again = service.resume("shop");
            assertTrue(again.recovered());
            PipelineEdits edits = again.edits();
            assertEquals(add(add(shop, "a"), "b"), edits.present());
            assertEquals(shop, edits.saved());
            edits.redo();
            assertEquals(add(add(add(shop, "a"), "b"), "c"), edits.present());
            edits.undo();
            edits.undo();
            edits.undo();
            assertEquals(shop, edits.present());
            assertFalse(edits.canUndo());
        }
    }

    @Test void afterACleanSaveNothingIsRecoveredButAllCanBeUndone() {
        Pipeline shop = shop(), now = add(shop, "a");
        try (PipelineService service = open()) {
            var first = service.resume("shop");
            edit(first, now, ADD);
            service.write(now);
            first.edits().saved(now);
            first.journal().saved(now);
        }
        try (PipelineService service = open()) {
            var again = service.resume("shop");
            assertFalse(again.recovered());
            assertEquals(now, again.edits().present());
            assertEquals("edit.add", again.edits().toUndo().orElseThrow().key());
            again.edits().undo();
            assertEquals(shop, again.edits().present());
        }
    }

    @Test void aFileChangedByOthersMeanwhileIsNotLostNorAreTheEdits() {
        Pipeline shop = shop(), mine = add(shop, "mine"), theirs = add(shop, "theirs");
        try (PipelineService service = open()) {
            edit(service.resume("shop"), mine, ADD);
        }
        try (PipelineService service = open()) {
            service.write(theirs);
            var again = service.resume("shop");
            assertTrue(again.recovered());
            assertEquals(mine, again.edits().present());
            assertEquals("edit.recovered", again.edits().toUndo().orElseThrow().key());
            again.edits().undo();
            assertEquals(theirs, again.edits().present());
        }
        try (PipelineService service = open()) {
            assertEquals(mine, service.resume("shop").edits().present());
        }
    }

    @Test void aLineCutByACrashCostsThatEditAlone() throws IOException {
        Pipeline shop = shop();
        try (PipelineService service = open()) {
            var first = service.resume("shop");
            edit(first, add(shop, "a"), ADD);
            edit(first, add(add(shop, "a"), "b"), ADD);
        }
        Path file = folder.resolve(".edits/shop.jsonl");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));
        try (PipelineService service = open()) {
            var again = service.resume("shop");
            assertEquals(add(shop, "a"), again.edits().present());
            edit(again, add(add(shop, "a"), "c"), ADD);
        }
        try (PipelineService service = open()) {
            assertEquals(add(add(shop, "a"), "c"), service.resume("shop").edits().present());
        }
        Files.writeString(file, "no journal\n", StandardOpenOption.TRUNCATE_EXISTING);
        try (PipelineService service = open()) {
            assertEquals(shop, service.resume("shop").edits().present());
        }
        assertTrue(Files.exists(file.resolveSibling("shop.jsonl.unread")), "what can't be read is put aside, not thrown away");
    }

    /** The process is killed as {@code kill -9} does it, after it said that its edits are noted. */
    @Test void editsOfAKilledProcessComeBack() throws Exception {
        Pipeline shop = shop();
        Process editor = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m", "--add-modules", "jdk.incubator.vector", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), KilledEditor.class.getName(), folder.resolve("pipelines").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals("edited", editor.inputReader().readLine());
        } finally {
            editor.destroyForcibly().waitFor();
        }
        try (PipelineService service = open()) {
            assertEquals(shop, service.read("shop"));
            var again = service.resume("shop");
            assertTrue(again.recovered());
            assertEquals(KilledEditor.EDITS, again.edits().present().nodes().size() - shop.nodes().size());
            for (int i = 0; i < KilledEditor.EDITS; i++) again.edits().undo();
            assertEquals(shop, again.edits().present());
        }
    }

    /** Thousands of edits of every kind, noted, read back, and undone back to the same file. */
    @Test void randomEditsComeBackAndAreUndoneToTheSameFile() {
        Pipeline shop = shop();
        var states = new ArrayList<Pipeline>(List.of(shop));
        String before;
        try (PipelineService service = open()) {
            before = service.text(shop);
            var resumed = service.resume("shop");
            var random = new Random(7);
            for (int i = 0; i < 1500; i++) {
                Pipeline now = resumed.edits().present(), next = randomEdit(now, random, i);
                if (next.equals(now)) continue;
                states.add(next);
                edit(resumed, next, Edit.of("edit.move", i));
                if (random.nextInt(10) > 0) continue;
                resumed.edits().undo();
                resumed.journal().undo(resumed.edits().present());
                resumed.edits().redo();
                resumed.journal().redo(resumed.edits().present());
            }
        }
        try (PipelineService service = open()) {
            PipelineEdits edits = service.resume("shop").edits();
            for (int i = states.size() - 1; i > 0; i--) {
                assertEquals(states.get(i), edits.present(), "edit " + i);
                edits.undo();
            }
            assertFalse(edits.canUndo());
            assertEquals(before, service.text(edits.present()));
            for (int i = 1; i < states.size(); i++) edits.redo();
            assertEquals(states.getLast(), edits.present());
        }
    }

    private static Pipeline randomEdit(Pipeline p, Random random, int number) {
        List<Node> nodes = p.nodes();
        String one = nodes.isEmpty() ? "" : nodes.get(random.nextInt(nodes.size())).id(), other = nodes.isEmpty() ? "" : nodes.get(random.nextInt(nodes.size())).id();
        if (nodes.size() < 3) return add(p, p.freeId("n"));
        return switch (random.nextInt(10)) {
            case 0, 1 -> add(p, p.freeId("n"));
            case 2 -> nodes.size() > 12 ? p.remove(one) : p;
            case 3 -> p.move(one, random.nextInt(2000), random.nextInt(2000));
            case 4 -> p.label(one, "名 \"" + number + "\"");
            case 5 -> p.enable(List.of(one), random.nextBoolean());
            case 6 -> p.add(new Note(p.freeId("note"), Note.Kind.FRAME, "line\n" + number, 1, 2, 30, 40));
            case 7 -> one.equals(other) ? p : Groups.make(p, Set.of(one, other), p.freeId("group"), "G");
            case 8 -> p.notes().isEmpty() ? p : p.remove(Set.of(p.notes().getFirst().id()));
            default -> p.rename(one, p.freeId("renamed"));
        };
    }

    @Test void aPipelineTakenOutIsKeptAside() throws IOException {
        shop();
        try (PipelineService service = open()) {
            Pipeline shop = service.read("shop");
            service.create(shop.withName("variant"));
            assertEquals("app.pipeline-taken", assertThrows(ProblemException.class, () -> service.create(shop.withName("Shop"))).problem().key());
            service.rename("variant", service.read("variant").withName("other"));
            assertEquals(List.of("other", "shop"), service.names());
            assertEquals("other", service.read("other").name());
            service.remove("other");
            assertEquals(List.of("shop"), service.names());
        }
        try (var kept = Files.list(folder.resolve(".edits"))) {
            assertTrue(kept.anyMatch(f -> f.getFileName().toString().startsWith("variant-")));
        }
    }
}
