package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class GroupsTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    /** read -> sign -> add -> total. */
    private final Pipeline pipeline = new Pipeline("p", List.of(node("read", "numbers"), node("sign", "sign"), node("add", "add"), node("total", "total")),
            List.of(link("read", "sign"), link("sign", "add"), link("add", "total")));

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    private Link link(String from, String to) {
        Port out = operators.operator(pipelineOperator(from)).outputs().getFirst();
        Port in = operators.operator(pipelineOperator(to)).inputs().stream().filter(p -> p.type() == out.type()).findFirst().orElseThrow();
        return new Link(from, out.name(), to, in.name());
    }

    private static String pipelineOperator(String id) {
        return "toy." + (id.equals("read") ? "numbers" : id);
    }

    private String ports(Pipeline p, String group) {
        return Groups.ports(p, group, operators).stream().map(g -> (g.input() ? "in " : "out ") + g.node()).collect(Collectors.joining(", "));
    }

    @Test void aGroupHasThePortsThatLeadOutOfIt() {
        Pipeline grouped = Groups.make(pipeline, Set.of("sign", "add"), "middle", "Middle");
        assertEquals("in sign, out add", ports(grouped, "middle"));
        assertEquals(List.of("sign", "add"), grouped.group("middle").orElseThrow().members());
        assertEquals(pipeline.nodes(), grouped.nodes());
        assertEquals(pipeline.links(), grouped.links());
    }

    @Test void groupsInGroupsAreShownAsTheOutermostFoldedOne() {
        Pipeline inner = Groups.make(pipeline, Set.of("sign", "add"), "inner", "Inner"), outer = Groups.make(inner, Set.of("inner", "total"), "outer", "Outer");
        assertEquals(Set.of("inner", "sign", "add", "total"), Set.copyOf(Groups.within(outer, "outer")));
        assertEquals("sign", Groups.shown(outer, "sign"));
        Pipeline folded = Groups.fold(outer, "inner", true);
        assertEquals("inner", Groups.shown(folded, "sign"));
        assertEquals("outer", Groups.shown(Groups.fold(folded, "outer", true), "sign"));
        assertEquals("read", Groups.shown(folded, "read"));
        Pipeline dissolved = Groups.dissolve(outer, "inner");
        assertEquals(Set.of("sign", "add", "total"), Set.copyOf(dissolved.group("outer").orElseThrow().members()));
    }

    @Test void aGroupMadeInsideAnotherStaysInsideIt() {
        Pipeline outer = Groups.make(pipeline, Set.of("sign", "add", "total"), "outer", "Outer"), inner = Groups.make(outer, Set.of("sign", "add"), "inner", "Inner");
        assertEquals("outer", Groups.parent(inner, "inner").orElseThrow().id());
        assertEquals("inner", Groups.parent(inner, "sign").orElseThrow().id());
    }

    @Test void whatIsGroupedAnewLeavesItsOldGroupWhichGoesWhenItIsEmpty() {
        Pipeline one = Groups.make(pipeline, Set.of("sign"), "one", ""), two = Groups.make(one, Set.of("sign", "read"), "two", "");
        assertTrue(two.group("one").isEmpty());
        assertEquals(List.of("read", "sign"), two.group("two").orElseThrow().members());
    }

    @Test void removingAGroupRemovesWhatIsInItAndRemovingAllMembersRemovesTheGroup() {
        Pipeline grouped = Groups.make(pipeline, Set.of("sign", "add"), "middle", "");
        assertEquals(List.of("read", "total"), grouped.remove(Set.of("middle")).nodes().stream().map(Node::id).toList());
        assertTrue(grouped.remove(Set.of("sign", "add")).groups().isEmpty());
        assertEquals(List.of("add"), grouped.remove(Set.of("sign")).group("middle").orElseThrow().members());
    }

    @Test void impossibleGroupsAreRefused() {
        assertEquals("pipeline.no-such-member", refusal(new Group("g", "", List.of("gone"), false, 0, 0)));
        assertEquals("pipeline.group-in-itself", refusal(new Group("g", "", List.of("h"), false, 0, 0), new Group("h", "", List.of("g"), false, 0, 0)));
        assertEquals("pipeline.member-twice", refusal(new Group("g", "", List.of("add"), false, 0, 0), new Group("h", "", List.of("add"), false, 0, 0)));
        assertEquals("pipeline.two-nodes-one-id", refusal(new Group("add", "", List.of("sign"), false, 0, 0)));
    }

    private String refusal(Group... groups) {
        return assertThrows(ProblemException.class, () -> pipeline.withGroups(List.of(groups))).problem().key();
    }
}
