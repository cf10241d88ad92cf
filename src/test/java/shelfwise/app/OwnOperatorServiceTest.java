package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.OwnFile;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.Pipeline;

class OwnOperatorServiceTest {
    private static final OperatorCatalogue OPERATORS = Operators.catalogue();
    @TempDir Path folder;

    private static OwnOperator own(String name, List<String> offered) {
        Pipeline p = Pipeline.empty("p").add(Node.of("core", OPERATORS.operator("prepare.k-core"))).add(Node.of("split", OPERATORS.operator("split.leave-last-out")))
                .link(new Link("core", "interactions", "split", "interactions"));
        return OwnDraft.of(p, OPERATORS, new LinkedHashSet<>(List.of("core", "split"))).own(name, "core and split", offered);
    }

    private OwnOperatorService service(String project) {
        return OwnOperatorService.of(folder.resolve(project));
    }

    @Test void keepingAgainWithAChangeIsTheNextVersion() {
        OwnOperatorService service = service("a");
        assertEquals(List.of(), service.names());
        assertEquals(1, service.keep(own("Core", List.of())).version());
        assertEquals(1, service.keep(own("Core", List.of())).version());
        OwnOperator kept = service.keep(own("Core", List.of("core.userMinimum")));
        assertEquals(2, kept.version());
        assertEquals(kept, service.read("Core"));
    }

    @Test void aFileThatCannotBeReadIsToldAndTheOthersAreOffered() throws IOException {
        OwnOperatorService service = service("a");
        service.keep(own("Core", List.of()));
        Path operators = folder.resolve("a/operators");
        Files.writeString(operators.resolve("Broken.json"), "{\n  oops\n");
        Files.writeString(operators.resolve("Old.json"), Files.readString(operators.resolve("Core.json")).replace("prepare.k-core", "prepare.gone"));
        List<OwnFile> all = service.list();
        assertEquals(List.of("Broken", "Core", "Old"), all.stream().map(OwnFile::name).toList());
        assertEquals("operators/Broken.json:2", all.get(0).problem().orElseThrow().where());
        assertTrue(all.get(1).own().isPresent());
        assertEquals("pipeline.unknown-operator operators/Old.json: core", all.get(2).problem().orElseThrow().key() + " " + all.get(2).problem().orElseThrow().where());
        assertEquals("own.taken-unread", refusal(() -> service.keep(own("Broken", List.of()))));
        service.remove("Broken");
        assertEquals(List.of("Core", "Old"), service.names());
    }

    @Test void oneIsTakenToAnotherProjectByAFile() {
        service("a").keep(own("Core", List.of("core.userMinimum")));
        Path file = folder.resolve("core.json");
        service("a").export("Core", file);
        OwnOperatorService other = service("b");
        assertEquals("Core", other.take(file, Optional.empty(), false).name());
        assertEquals(1, other.take(file, Optional.empty(), false).version(), "the same again changes nothing");
        assertEquals("Heart", other.take(file, Optional.of("Heart"), false).name());
        other.keep(own("Core", List.of()));
        assertEquals("own.taken", refusal(() -> other.take(file, Optional.empty(), false)));
        assertEquals(3, other.take(file, Optional.empty(), true).version());
        assertEquals("own.taken", refusal(() -> other.keep(own("CORE", List.of()))));
    }

    @Test void oneThatIsNotThereIsToldWithThoseThatAre() {
        service("a").keep(own("Core", List.of()));
        assertEquals("own.no-such", refusal(() -> service("a").read("Cor")));
        assertEquals("own.no-such", refusal(() -> service("a").remove("Cor")));
        service("a").remove("Core");
        assertFalse(Files.exists(folder.resolve("a/operators/Core.json")));
    }

    private static String refusal(Runnable act) {
        return assertThrows(ProblemException.class, act::run).problem().key();
    }
}
