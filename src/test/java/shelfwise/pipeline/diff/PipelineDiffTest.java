package shelfwise.pipeline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shelfwise.app.Operators;
import shelfwise.base.Messages;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Note;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Overrides;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.PipelineJson;
import shelfwise.pipeline.diff.PipelineDiff.Difference;
import shelfwise.pipeline.diff.PipelineDiff.Kind;
import shelfwise.pipeline.diff.PipelineDiff.Part;
import shelfwise.pipeline.diff.PipelineDiff.Section;
import shelfwise.pipeline.diff.PipelineDiff.What;

class PipelineDiffTest {
    private static final OperatorCatalogue OPERATORS = Operators.catalogue();
    private static final Pipeline SAMPLE = new PipelineJson(OPERATORS).read(Path.of("sample-projects/online-retail/pipelines/clean-and-compare.json"));

    private static PipelineDiff diff(UnaryOperator<Pipeline> edit) {
        return PipelineDiff.of(SAMPLE, edit.apply(SAMPLE), OPERATORS);
    }

    /** Under another id, linked as before. */
    private static Pipeline renamed(Pipeline p, String id, String newId) {
        UnaryOperator<String> named = n -> n.equals(id) ? newId : n;
        return new Pipeline(p.name(), p.nodes().stream().map(n -> new Node(named.apply(n.id()), n.operator(), n.version(), n.settings(), n.label(), n.x(), n.y())).toList(),
                p.links().stream().map(l -> new Link(named.apply(l.fromNode()), l.fromPort(), named.apply(l.toNode()), l.toPort())).toList());
    }

    @Test void aPipelineDoesNotDifferFromItselfNorWhenOnlyMoved() {
        assertEquals(new PipelineDiff(List.of(), 0), diff(p -> p));
        PipelineDiff moved = diff(p -> p.move("als", 9, 9).move("ease", 9, 99));
        assertTrue(moved.same());
        assertEquals(2, moved.moved());
    }

    @Test void aSettingIsToldWithBothValues() {
        PipelineDiff diff = diff(p -> Overrides.apply(p, List.of("item-knn.neighbours=77"), OPERATORS));
        String was = OPERATORS.form(SAMPLE.node("item-knn")).get(SAMPLE.node("item-knn").settings(), "neighbours").toString();
        assertEquals(List.of(new Part(Section.NODE, Kind.CHANGED, "item-knn", "item-knn", "model.item-knn", List.of(new Difference(What.SETTING, "neighbours", was, "77")))), diff.parts());
        var words = new DiffWords(Messages.in(Locale.ENGLISH));
        assertEquals("Item-kNN (item-knn): changed", words.title(diff.parts().getFirst()));
        assertTrue(words.line(diff.parts().getFirst(), diff.parts().getFirst().differences().getFirst()).endsWith(was + " → 77"));
    }

    @Test void aRenamedNodeIsSeenAsTheSame() {
        PipelineDiff diff = diff(p -> renamed(p, "lists-als", "weekly"));
        assertEquals(List.of(new Part(Section.NODE, Kind.CHANGED, "lists-als", "weekly", "lists.top-n", List.of(new Difference(What.ID, "", "lists-als", "weekly")))), diff.parts());
    }

    @Test void twoRenamedNeighboursAreBothSeen() {
        PipelineDiff diff = diff(p -> renamed(renamed(p, "als", "factors"), "lists-als", "weekly"));
        assertEquals(Set.of("als>factors", "lists-als>weekly"), Set.copyOf(diff.parts().stream().map(c -> c.before() + ">" + c.after()).toList()));
        assertTrue(diff.parts().stream().allMatch(c -> c.differences().size() == 1), "links are not told again: " + diff);
    }

    @Test void addedAndRemovedNodesAndTheirLinks() {
        PipelineDiff diff = diff(p -> p.remove("lists-ease").add(Node.of("extra", OPERATORS.operator("lists.top-n"))).link(new Link("bpr", "model", "extra", "model")));
        Part added = diff.parts().stream().filter(c -> c.kind() == Kind.ADDED).findFirst().orElse(diff.parts().getFirst());
        assertTrue(added.differences().contains(new Difference(What.LINK, "model", "", "bpr.model")) || added.differences().contains(new Difference(What.LINK, "model", "ease.model", "bpr.model")), diff.toString());
    }

    @Test void aNodeWithNothingInCommonIsNotMatched() {
        PipelineDiff diff = diff(p -> p.remove("bpr").add(Node.of("extra", OPERATORS.operator("prepare.text"))));
        assertEquals(List.of("extra ADDED", "bpr REMOVED"), diff.parts().stream().filter(c -> c.kind() != Kind.CHANGED).map(c -> c.id() + " " + c.kind()).toList());
        Part compare = diff.parts().stream().filter(c -> c.id().equals("compare")).findFirst().orElseThrow();
        assertEquals(List.of(new Difference(What.LINK, "model", "bpr.model", "")), compare.differences());
    }

    @Test void theOrderOfSeveralLinksIsADifference() {
        Link first = SAMPLE.into("compare").stream().filter(l -> l.fromNode().equals("popularity")).findFirst().orElseThrow();
        PipelineDiff diff = diff(p -> p.unlink(first).link(first));
        assertEquals(What.ORDER, diff.parts().getFirst().differences().getFirst().what());
    }

    @Test void parametersGroupsAndNotesAreToldApart() {
        PipelineDiff diff = diff(p -> Parameters.add(Groups.make(p.add(new Note("slip", Note.Kind.NOTE, "Hello", 0, 0, 100, 50)), Set.of("als", "ease"), "two", "Two"), OPERATORS, "k", "", "item-knn", "neighbours"));
        assertEquals(List.of(Section.PARAMETER, Section.GROUP, Section.NOTE), diff.parts().stream().map(Part::section).toList());
        assertTrue(diff.parts().stream().allMatch(c -> c.kind() == Kind.ADDED));
    }

    @Test void anotherOperatorAndASwitchAreTold() {
        PipelineDiff diff = diff(p -> p.enable(Set.of("bpr"), false));
        assertEquals(List.of(new Difference(What.ENABLED, "", "true", "false")), diff.parts().getFirst().differences());
    }

    @Test void everyDifferenceHasWordsInBothLanguages() {
        for (Locale locale : Messages.LANGUAGES) {
            Messages messages = Messages.in(locale);
            for (What w : What.values()) messages.text("differences.what." + w.name().toLowerCase(Locale.ROOT), "x");
            for (Kind k : Kind.values()) messages.text("differences.kind." + k.name().toLowerCase(Locale.ROOT));
        }
    }
}
