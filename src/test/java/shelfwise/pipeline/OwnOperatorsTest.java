package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class OwnOperatorsTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final OwnOperatorJson json = new OwnOperatorJson(operators);
    private final PipelineJson pipelines = new PipelineJson(operators);
    /** read -> add (7) -> sign -> total. */
    private final Pipeline pipeline = pipeline().link(link("read add")).link(link("add sign")).link(new Link("sign", "table", "total", "tables"));

    private Pipeline pipeline() {
        Node add = node("add", "add", 200);
        return Pipeline.empty("p").add(node("read", "numbers", 0)).add(add.withSettings(operators.form(add).with(add.settings(), "amount", 7)))
                .add(node("sign", "sign", 400)).add(node("total", "total", 600));
    }

    private Node node(String id, String operator, double x) {
        return Node.of(id, operators.operator("toy." + operator)).at(x, 40);
    }

    private static Link link(String ends) {
        String[] e = ends.split(" ");
        return new Link(e[0], "table", e[1], "table");
    }

    private static SequencedSet<String> ids(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }

    private OwnOperator middle() {
        return OwnDraft.of(pipeline, operators, ids("add", "sign")).own("My middle", "adds", List.of("add.amount"));
    }

    private Object amount(Pipeline p, String node) {
        return operators.form(p.node(node)).get(p.node(node).settings(), "amount");
    }

    private Pipeline amount(Pipeline p, String node, int amount) {
        return p.set(node, operators.form(p.node(node)).with(p.node(node).settings(), "amount", amount));
    }

    @Test void stepsAreKeptWithTheirPortsAndTheChangedSettingsProposed() {
        OwnDraft draft = OwnDraft.of(pipeline, operators, ids("add", "sign"));
        assertEquals(List.of("add.table"), draft.inputs());
        assertEquals(List.of("sign.table"), draft.outputs());
        assertEquals(List.of(new OwnDraft.Setting("add", "amount", true), new OwnDraft.Setting("add", "column", false)), draft.settings());
        assertEquals(List.of(link("add sign")), draft.steps().links());
        assertEquals(0, draft.steps().node("add").x());
        assertEquals(200, draft.steps().node("sign").x());
        assertEquals(0, draft.steps().node("sign").y());
    }

    @Test void aSettingThatFollowsAParameterIsProposedAndTheParameterStaysWithThePipeline() {
        OwnDraft draft = OwnDraft.of(Parameters.add(pipeline, operators, "which", "", "add", "column"), operators, ids("add", "sign"));
        assertTrue(draft.settings().stream().allMatch(OwnDraft.Setting::proposed));
        assertTrue(draft.steps().parameters().isEmpty());
    }

    @Test void theFileGivesTheSameOperatorAndTheSameBytes() {
        String text = json.write(middle());
        OwnOperator read = json.read("my.json", text);
        assertEquals(middle(), read);
        assertEquals(text, json.write(read));
        assertTrue(text.startsWith("{\n  \"format\": 1,\n  \"own-operator\": \"My middle\",\n  \"description\": \"adds\",\n  \"version\": 1,\n  \"inputs\": [\"add.table\"],"), text);
    }

    @Test void whatIsWrongInAFileIsNamedWithItsPlace() {
        String text = json.write(middle());
        assertEquals("pipeline.unknown-operator my.json: add", refusal(text.replace("toy.add", "toy.gone")));
        assertEquals("pipeline.unknown-setting my.json: add: amountt", refusal(text.replace("\"amount\"", "\"amountt\"")));
        assertEquals("own.no-setting my.json: add.amountt", refusal(text.replace("add.amount", "add.amountt")));
        assertEquals("own.no-port my.json: sign.tabel", refusal(text.replace("[\"sign.table\"]", "[\"sign.tabel\"]")));
        assertEquals("own.no-step my.json: gone.table", refusal(text.replace("[\"sign.table\"]", "[\"gone.table\"]")));
        assertEquals("own.not-one my.json", refusal(pipelines.write(pipeline)));
        assertEquals("pipeline.not-json my.json:3", refusal(text.replace("\"own-operator\":", "own:")));
        assertEquals("pipeline.newer-format my.json", refusal(text.replace("\"format\": 1", "\"format\": 2")));
        assertEquals("own.name my.json: a/b", refusal(text.replace("My middle", "a/b")));
    }

    private String refusal(String text) {
        var problem = assertThrows(ProblemException.class, () -> json.read("my.json", text)).problem();
        return problem.key() + " " + problem.where();
    }

    @Test void placingMakesAFoldedGroupOfFreshStepsThatKnowsItsOrigin() {
        OwnOperators.Placed placed = OwnOperators.place(pipeline, middle(), 100, 300);
        Group group = placed.pipeline().group(placed.group()).orElseThrow();
        assertEquals("My-middle", group.id());
        assertEquals("My middle", group.label());
        assertTrue(group.folded());
        assertEquals(List.of("add-2", "sign-2"), group.members());
        assertEquals(100, placed.pipeline().node("add-2").x());
        assertEquals(300, placed.pipeline().node("sign-2").y());
        assertEquals(7, amount(placed.pipeline(), "add-2"));
        assertTrue(placed.pipeline().links().contains(link("add-2 sign-2")));
        assertEquals("add-2", group.origin().orElseThrow().place("add.amount").orElseThrow().node());
        assertEquals(List.of("add.amount"), OwnOperators.offered(placed.pipeline(), operators, group.id()).stream().map(OwnOperators.Offered::written).toList());
    }

    @Test void itsPortsAreShownEvenWhereTheStepsAloneWouldNotShowThem() {
        Pipeline both = pipeline.add(node("other", "total", 700)).link(new Link("add", "table", "other", "tables"));
        OwnOperator own = OwnDraft.of(both, operators, ids("add", "sign")).own("own", "", List.of());
        assertEquals(List.of("add.table", "sign.table"), own.outputs());
        OwnOperators.Placed placed = OwnOperators.place(Pipeline.empty("q"), own, 0, 0);
        assertEquals(List.of("add true", "add false", "sign false"),
                Groups.ports(placed.pipeline(), placed.group(), operators).stream().map(p -> p.node() + " " + p.input()).toList());
    }

    @Test void itIsLinkedToThePortThatItWasDrawnFrom() {
        Pipeline behind = OwnOperators.place(pipeline, operators, middle(), new LinkEnds.End("read", "table"), false, 0, 0).pipeline();
        assertTrue(behind.links().contains(link("read add-2")));
        Pipeline before = OwnOperators.place(pipeline, operators, middle(), new LinkEnds.End("total", "tables"), true, 0, 0).pipeline();
        assertTrue(before.links().contains(new Link("sign-2", "table", "total", "tables")));
        assertTrue(OwnOperators.fits(middle(), operators, PortType.TABLE, false));
        assertFalse(OwnOperators.fits(middle(), operators, PortType.MODEL, false));
    }

    @Test void itGoesBetweenTheEndsOfALink() {
        Pipeline inserted = OwnOperators.insert(pipeline, operators, middle(), link("read add"), 0, 0).pipeline();
        assertEquals(Set.of(link("read add-2"), link("add-2 sign-2"), link("sign-2 add"), link("add sign"), new Link("sign", "table", "total", "tables")), Set.copyOf(inserted.links()));
    }

    @Test void copiesKeepTheirOriginAndTheFileDoesToo() {
        OwnOperators.Placed placed = OwnOperators.place(pipeline, middle(), 0, 0);
        Fragment.Pasted pasted = Fragment.paste(placed.pipeline(), Fragment.of(placed.pipeline(), Set.of(placed.group())), 10, 10);
        Group copy = pasted.pipeline().group(pasted.ids().getFirst()).orElseThrow();
        assertEquals("add-3", copy.origin().orElseThrow().place("add.amount").orElseThrow().node());
        assertEquals(1, copy.origin().orElseThrow().version());
        String text = pipelines.write(pasted.pipeline());
        assertEquals(pasted.pipeline(), pipelines.read("p.json", text));
        Pipeline unfolded = Groups.fold(Groups.fold(pasted.pipeline(), copy.id(), false), copy.id(), true);
        assertEquals(copy.origin(), unfolded.group(copy.id()).orElseThrow().origin());
        Pipeline renamed = unfolded.rename("add-3", "plus");
        assertEquals("plus", renamed.group(copy.id()).orElseThrow().origin().orElseThrow().place("add.amount").orElseThrow().node());
        assertTrue(OwnOperators.offered(renamed.remove("plus"), operators, copy.id()).isEmpty());
    }

    @Test void theStepsThatWereKeptBecomeItsFirstGroup() {
        OwnDraft draft = OwnDraft.of(pipeline, operators, ids("add", "sign"));
        OwnOperators.Placed kept = OwnOperators.kept(pipeline, ids("add", "sign"), draft, middle());
        Group group = kept.pipeline().group(kept.group()).orElseThrow();
        assertEquals(List.of("add", "sign"), group.members());
        assertFalse(group.folded());
        assertEquals(pipeline.nodes(), kept.pipeline().nodes());
        assertEquals("My middle", group.origin().orElseThrow().operator());
    }

    @Test void aGroupKeptAgainHasTheIdsOfItsOperator() {
        OwnOperators.Placed placed = OwnOperators.place(pipeline, middle(), 0, 0);
        Pipeline grown = placed.pipeline().add(node("call", "call", 900)).link(link("sign-2 call"));
        grown = Groups.make(grown, Set.of("call"), "x", "");
        grown = grown.withGroups(grown.groups().stream().filter(g -> !g.id().equals("x")).map(g -> g.id().equals(placed.group())
                ? g.withMembers(List.of("add-2", "sign-2", "call")) : g).toList());
        OwnDraft draft = OwnDraft.of(grown, operators, ids(placed.group()));
        assertEquals(List.of("add", "sign", "call"), List.copyOf(draft.ids().keySet()));
        assertEquals(Set.of(link("add sign"), link("sign call")), Set.copyOf(draft.steps().links()));
        assertEquals(List.of("add.amount"), draft.settings().stream().filter(OwnDraft.Setting::proposed).map(OwnDraft.Setting::written).toList());
    }

    @Test void theNewerOneComesWithLinksAndOfferedSettingsKept() {
        OwnOperators.Placed placed = OwnOperators.place(pipeline.remove(Set.of("add", "sign")), middle(), 50, 60);
        Pipeline used = amount(placed.pipeline(), "add", 99).link(link("read add")).link(new Link("sign", "table", "total", "tables"));
        // the newer one begins with a call, ends with another one, and has no sign any more
        Pipeline steps = Pipeline.empty("steps").add(node("first", "call", 0)).add(Node.of("add", operators.operator("toy.add")).at(200, 0)).add(node("last", "call", 400))
                .link(link("first add")).link(link("add last"));
        var newer = new OwnOperator("My middle", "", 2, steps, List.of("first.table"), List.of("last.table"), List.of("add.amount"));
        Renewal.Renewed renewed = Renewal.of(used, operators, placed.group(), newer);
        Pipeline now = renewed.pipeline();
        assertEquals(List.of(), renewed.lost());
        assertEquals(Set.of(link("read first"), link("first add"), link("add last"), new Link("last", "table", "total", "tables")), Set.copyOf(now.links()));
        assertEquals(99, amount(now, "add"));
        assertTrue(now.find("sign").isEmpty());
        assertEquals(Set.of("first", "add", "last"), Set.copyOf(now.group(placed.group()).orElseThrow().members()));
        assertEquals(2, now.group(placed.group()).orElseThrow().origin().orElseThrow().version());
        assertEquals(250, now.node("add").x());
        var edits = new PipelineEdits(used);
        edits.edit(now, Edit.of("edit.own-renew", "My middle"));
        edits.undo();
        assertEquals(used, edits.present());
    }

    @Test void aSettingThatWasNotOfferedTakesTheNewerValueAndALinkWithoutAPortIsTold() {
        OwnOperator old = OwnDraft.of(pipeline, operators, ids("add", "sign")).own("own", "", List.of());
        OwnOperators.Placed placed = OwnOperators.place(pipeline.remove(Set.of("add", "sign")), old, 0, 0);
        Pipeline used = amount(placed.pipeline(), "add", 99).link(link("read add")).link(new Link("sign", "table", "total", "tables"));
        Pipeline steps = Pipeline.empty("steps").add(node("own-read", "numbers", 0)).add(node("add", "add", 0)).link(link("own-read add"));
        Renewal.Renewed renewed = Renewal.of(used, operators, placed.group(), new OwnOperator("own", "", 2, steps, List.of(), List.of("add.table"), List.of("add.amount")));
        assertEquals(1, amount(renewed.pipeline(), "add"));
        assertEquals(List.of(link("read add")), renewed.lost());
        assertTrue(renewed.pipeline().links().contains(new Link("add", "table", "total", "tables")));
    }

    @Test void aParameterThatAStepFollowsStillSetsIt() {
        OwnOperators.Placed placed = OwnOperators.place(pipeline.remove(Set.of("add", "sign")), OwnDraft.of(pipeline, operators, ids("add", "sign")).own("own", "", List.of()), 0, 0);
        Pipeline used = Parameters.set(Parameters.add(placed.pipeline(), operators, "plus", "", "add", "amount"), operators, "plus", "20");
        Renewal.Renewed renewed = Renewal.of(used, operators, placed.group(), OwnDraft.of(amount(pipeline, "add", 3), operators, ids("add", "sign")).own("own", "", List.of()).withVersion(2));
        assertEquals(20, amount(renewed.pipeline(), "add"));
    }

    @Test void anInnerOperatorTakesItsNewerOneWithoutTheOuterLosingItsSettings() {
        OwnOperators.Placed inner = OwnOperators.place(Pipeline.empty("q"), middle(), 0, 0);
        Pipeline q = inner.pipeline().add(node("call", "call", 500)).link(link("sign call"));
        OwnDraft draft = OwnDraft.of(q, operators, ids(inner.group(), "call"));
        OwnOperator outer = draft.own("outer", "", List.of("add.amount"));
        assertEquals(List.of("My middle"), outer.within());
        assertEquals("own.in-itself", assertThrows(ProblemException.class, () -> draft.own("My middle", "", List.of())).problem().key());
        assertEquals(outer, json.read("o.json", json.write(outer)));
        OwnOperators.Placed placed = OwnOperators.place(pipeline, outer, 0, 0);
        String nested = placed.pipeline().group(placed.group()).orElseThrow().members().stream().filter(m -> placed.pipeline().group(m).isPresent()).findFirst().orElseThrow();
        assertEquals("add-2", OwnOperators.offered(placed.pipeline(), operators, nested).getFirst().node().id());
        OwnOperator newer = OwnDraft.of(amount(pipeline, "add", 3), operators, ids("add", "sign")).own("My middle", "", List.of("add.amount", "add.column")).withVersion(2);
        Pipeline now = Renewal.of(placed.pipeline(), operators, nested, newer).pipeline();
        assertEquals(2, now.group(nested).orElseThrow().origin().orElseThrow().version());
        assertEquals("add-2", OwnOperators.offered(now, operators, placed.group()).getFirst().node().id());
        assertTrue(now.links().contains(link("sign-2 call")));
    }

    @Test void aStepThatCannotBeReadIsNotKept() {
        String text = pipelines.write(pipeline).replace("toy.sign", "toy.gone");
        Pipeline marked = pipelines.read("p.json", text);
        assertEquals("pipeline.unknown-operator", assertThrows(ProblemException.class, () -> OwnDraft.of(marked, operators, ids("add", "sign"))).problem().key());
    }

    @Test void anOwnOperatorTakesAStepsPlaceAndItsLinks() {
        OwnOperators.Replaced replaced = OwnOperators.replace(pipeline, operators, middle(), "add");
        OwnOperators.Placed placed = replaced.placed();
        assertEquals(List.of(), replaced.lost());
        Pipeline now = placed.pipeline();
        assertEquals(200, now.group(placed.group()).orElseThrow().x());
        String first = placed.steps().get("add"), last = placed.steps().get("sign");
        assertTrue(now.links().contains(new Link("read", "table", first, "table")), now.links().toString());
        assertTrue(now.links().contains(new Link(last, "table", "sign", "table")), now.links().toString());
    }

    /** One that reads a file takes nothing. */
    @Test void aLinkThatFindsNoPortIsTold() {
        OwnOperator source = OwnDraft.of(pipeline, operators, ids("read")).own("My source", "", List.of());
        assertEquals(List.of(new Link("sign", "table", "total", "tables")), OwnOperators.replace(pipeline, operators, source, "total").lost());
    }
}
