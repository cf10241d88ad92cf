package shelfwise.app.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import shelfwise.app.RunReport;
import shelfwise.app.Workspace;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Role;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Unread;
import shelfwise.pipeline.layout.Layout;

/** Every template there is, filled from the roles alone and run on a messy shop. A new one is tested by standing in the list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesTest {
    static final List<String> NAMES = TemplateService.all().stream().map(Template::name).toList();
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    @TempDir static Path folder;
    private Workspace shop, withCatalogue;
    private final Map<String, RunReport> reports = new HashMap<>();

    @BeforeAll void open() {
        shop = TemplateShop.create(folder.resolve("one"), false);
        withCatalogue = TemplateShop.create(folder.resolve("two"), true);
    }

    @AfterAll void close() {
        shop.close();
        withCatalogue.close();
    }

    private Pipeline filled(Workspace workspace, String name) {
        Template template = TemplateService.find(name);
        return workspace.templates().fill(template, workspace.templates().guess(template), ENGLISH);
    }

    private RunReport run(String name) {
        return reports.computeIfAbsent(name, n -> shop.runs().run(filled(shop, n), Progress.NONE, _ -> { }));
    }

    @ParameterizedTest @FieldSource("NAMES")
    void runsToListsWithReasons(String name) {
        RunReport report = run(name);
        assertEquals(List.of(), report.problems());
        assertTrue(report.result().complete() && report.snapshot().isPresent(), "whole, with lists");
    }

    @ParameterizedTest @FieldSource("NAMES")
    void someModelBeatsWhatIsPopular(String name) {
        var rows = run(name).metrics().stream().filter(r -> r.overall() && r.metric().equals("ndcg") && r.k() == 10).toList();
        double popular = rows.stream().filter(r -> r.model().startsWith("popularity") || r.model().equals("all-time")).mapToDouble(r -> r.value()).max().orElseThrow();
        double best = rows.stream().mapToDouble(r -> r.value()).max().orElseThrow();
        assertTrue(best > popular, rows.toString());
    }

    @ParameterizedTest @FieldSource("NAMES")
    void runsWithACatalogueOfItsOwnToo(String name) {
        Pipeline pipeline = filled(withCatalogue, name);
        RunReport report = withCatalogue.runs().run(pipeline, Progress.NONE, _ -> { });
        assertEquals(List.of(), report.problems());
        assertEquals(TemplateService.find(name).slots(Source.CATALOGUE).isEmpty(), pipeline.find("products").isEmpty());
    }

    @ParameterizedTest @FieldSource("NAMES")
    void isTidyAndExplained(String name) {
        Pipeline pipeline = filled(shop, name);
        assertTrue(pipeline.nodes().stream().noneMatch(n -> n.settings() instanceof Unread), "every setting is known");
        assertFalse(Layout.overlap(pipeline.nodes().stream().map(n -> new shelfwise.pipeline.layout.Spot(n.x(), n.y())).toList()), "boxes lie apart");
        List<Note> frames = pipeline.notes().stream().filter(n -> n.kind() == Note.Kind.FRAME).toList();
        for (var n : pipeline.nodes()) {
            assertEquals(1, frames.stream().filter(f -> n.x() >= f.x() && n.y() >= f.y() && n.x() + Layout.WIDTH <= f.x() + f.width()
                    && n.y() + Layout.HEIGHT <= f.y() + f.height()).count(), n.id() + " stands in one frame");
        }
        assertFalse(pipeline.parameters().isEmpty());
        assertTrue(pipeline.notes().stream().noneMatch(n -> n.text().startsWith("‹")), "nothing without words");
    }

    @ParameterizedTest @FieldSource("NAMES")
    void everyNodeThatGivesSomethingIsUsedOrIsAnEnd(String name) {
        Pipeline pipeline = filled(shop, name);
        for (var n : pipeline.nodes()) {
            boolean end = n.operator().startsWith("lists.") || n.operator().startsWith("evaluate.");
            assertTrue(end || !pipeline.outOf(n.id()).isEmpty(), n.id() + " leads nowhere");
        }
    }

    @Test void aTableWithUserAndItemAloneIsEnoughForTheFirstOnes(@TempDir Path bare) {
        try (Workspace small = Workspace.create(bare.resolve("p"))) {
            String rows = TemplateShop.orders(false).lines().map(l -> l.split(",")[0] + "," + l.split(",")[2]).reduce("", (a, b) -> a + b + "\n");
            small.imports().importFile(TemplateShop.write(bare.resolve("lines.csv"), rows), shelfwise.ingest.ImportOptions.DETECT.withName("lines"), Progress.NONE);
            for (String name : List.of("bought-together", "next-in-session", "personalised-hybrid", "a-b", "varied")) {
                RunReport report = small.runs().run(filled(small, name), Progress.NONE, _ -> { });
                assertEquals(List.of(), report.problems(), name);
            }
            assertEquals(List.of(Role.TITLE, Role.DESCRIPTION), missing(small, "similar-by-text"));
            assertEquals(List.of(Role.PRICE), missing(small, "price-aware"));
        }
    }

    private static List<Role> missing(Workspace workspace, String name) {
        Template template = TemplateService.find(name);
        return template.unmet(workspace.templates().guess(template)).getFirst().anyOf().stream().map(Slot::role).toList();
    }
}
