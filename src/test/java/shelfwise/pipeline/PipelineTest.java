package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

class PipelineTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    private static Link link(String from, String to) {
        return new Link(from, "table", to, "table");
    }

    private final Pipeline base = Pipeline.empty("p").add(node("read", "numbers")).add(node("add", "add")).add(node("sign", "sign")).link(link("read", "add"));

    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    @Test void eachEditGivesAnotherPipelineAndLeavesTheFirst() {
        Pipeline edited = base.link(link("add", "sign")).move("add", 3, 4).label("add", "Plus").set("add", new ToyOperators.Add.Setup(9, "value"));
        assertEquals(new Node("add", "toy.add", 2, new ToyOperators.Add.Setup(9, "value"), "Plus", 3, 4), edited.node("add"));
        assertEquals(1, base.links().size());
        Pipeline without = edited.remove("add");
        assertEquals(List.of("read", "sign"), ids(without.nodes()));
        assertEquals(List.of(), without.links());
        assertEquals(List.of(link("add", "sign")), edited.unlink(link("read", "add")).links());
        assertEquals("sign-2", base.freeId("sign"));
        assertEquals("new", base.freeId("new"));
    }

    @Test void aPipelineCanNotBeMadeWrong() {
        assertEquals("pipeline.two-nodes-one-id", refusal(() -> base.add(node("add", "sign"))));
        assertEquals("pipeline.link-twice", refusal(() -> base.link(link("read", "add"))));
        assertEquals("pipeline.no-such-node", refusal(() -> base.link(link("read", "no"))));
        assertEquals("pipeline.cycle", refusal(() -> base.link(link("add", "sign")).link(link("sign", "add"))));
        assertEquals("pipeline.unknown-node", refusal(() -> base.move("no", 0, 0)));
        assertEquals("pipeline.unknown-node", refusal(() -> base.remove("no")));
        assertEquals("pipeline.bad-node-id", refusal(() -> node("x.y", "add")));
        assertEquals("节点_1-a", node("节点_1-a", "add").id());
    }

    private static String refusal(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().key();
    }

    @Test void linkRulesSayWhyALinkCanNotBeDrawn() {
        Pipeline p = base.add(node("train", "train")).add(node("total", "total"));
        assertTrue(LinkRules.refusal(p, link("add", "sign"), operators).isEmpty());
        assertEquals(Problem.of("pipeline.unlike-link", "train.model -> sign.table", PortType.MODEL, PortType.TABLE),
                LinkRules.refusal(p, new Link("train", "model", "sign", "table"), operators).orElseThrow());
        assertEquals("pipeline.input-taken", LinkRules.refusal(p, link("sign", "add"), operators).orElseThrow().key());
        assertEquals(Problem.of("pipeline.no-such-port", "add.no", "no", List.of("table")), LinkRules.refusal(p, new Link("add", "no", "sign", "table"), operators).orElseThrow());
        assertEquals("pipeline.cycle", LinkRules.refusal(p, link("add", "add"), operators).orElseThrow().key());
        Pipeline two = p.link(new Link("add", "table", "total", "tables"));
        assertTrue(LinkRules.refusal(two, new Link("sign", "table", "total", "tables"), operators).isEmpty(), "an input of several");
    }

    @Test void theOrderFollowsTheLinksAndOtherwiseThePlacing() {
        Pipeline p = Pipeline.empty("p").add(node("z", "sign")).add(node("b", "numbers")).add(node("a", "numbers")).link(link("a", "z"));
        assertEquals(List.of("b", "a", "z"), ids(p.order()));
        assertEquals(List.of("a", "z"), ids(p.upTo("z")));
        assertEquals(List.of("b"), ids(p.upTo("b")));
    }

    @Test void aLongChainPlacedBackwardsIsOrdered() {
        var nodes = new ArrayList<>(IntStream.range(0, 1_000).mapToObj(i -> node("n" + i, "sign")).toList());
        List<Link> links = IntStream.range(1, 1_000).mapToObj(i -> link("n" + (i - 1), "n" + i)).toList();
        assertEquals(ids(nodes), ids(new Pipeline("p", nodes.reversed(), links).order()));
    }
}
