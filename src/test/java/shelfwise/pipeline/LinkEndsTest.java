package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import shelfwise.base.Problem;

class LinkEndsTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();

    /** {@link LinkRules} asked of each port alone is the slow way to the same answers. */
    @Test void everyPortIsOfferedThatALinkMayEndAtAndNoOther() {
        int offered = 0;
        for (int seed = 0; seed < 60; seed++) {
            Pipeline pipeline = random(new Random(seed));
            for (Node start : pipeline.nodes()) {
                Operator<?> operator = operators.find(start.operator()).orElseThrow();
                for (Port p : operator.outputs()) offered += compare(pipeline, new LinkEnds.End(start.id(), p.name()), false);
                for (Port p : operator.inputs()) offered += compare(pipeline, new LinkEnds.End(start.id(), p.name()), true);
            }
        }
        assertTrue(offered > 100, "the graphs have room for links: " + offered);
    }

    private int compare(Pipeline pipeline, LinkEnds.End start, boolean fromInput) {
        LinkEnds ends = LinkEnds.of(pipeline, operators, start, fromInput);
        var legal = new ArrayList<LinkEnds.End>();
        for (Node n : pipeline.nodes()) {
            Operator<?> operator = operators.find(n.operator()).orElseThrow();
            for (Port p : fromInput ? operator.outputs() : operator.inputs()) {
                var end = new LinkEnds.End(n.id(), p.name());
                if (LinkRules.refusal(pipeline, ends.link(end), operators).isEmpty()) legal.add(end);
            }
        }
        assertEquals(legal, ends.all(), start + " in " + pipeline);
        return legal.size();
    }

    /** Nodes of every toy, some of which can't be read, and as many links as chance finds legal. */
    private Pipeline random(Random random) {
        List<Operator<?>> all = operators.all();
        Pipeline pipeline = Pipeline.empty("p");
        for (int i = 0; i < 8; i++) {
            Operator<?> operator = all.get(random.nextInt(all.size()));
            Node node = Node.of("n" + i, operator);
            pipeline = pipeline.add(random.nextInt(6) > 0 ? node : node.withSettings(new Unread("{}", Problem.of("pipeline.unknown-operator", node.id(), "x"))));
        }
        for (int i = 0; i < 40; i++) {
            Node from = pipeline.nodes().get(random.nextInt(8)), to = pipeline.nodes().get(random.nextInt(8));
            List<Port> outputs = operators.find(from.operator()).orElseThrow().outputs(), inputs = operators.find(to.operator()).orElseThrow().inputs();
            if (outputs.isEmpty() || inputs.isEmpty()) continue;
            var link = new Link(from.id(), outputs.get(random.nextInt(outputs.size())).name(), to.id(), inputs.get(random.nextInt(inputs.size())).name());
            if (LinkRules.refusal(pipeline, link, operators).isEmpty()) pipeline = pipeline.link(link);
        }
        return pipeline;
    }
}
