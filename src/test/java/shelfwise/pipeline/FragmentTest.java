package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FragmentTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final PipelineJson json = new PipelineJson(operators);
    private final Pipeline pipeline = Parameters.add(Groups.make(new Pipeline("p", List.of(node("read", "numbers"), node("sign", "sign"), node("add", "add")),
            List.of(new Link("read", "table", "sign", "table"), new Link("sign", "table", "add", "table"))), Set.of("sign", "add"), "both", "Both")
            .add(new Note("hint", Note.Kind.NOTE, "Look", 5, 6, 100, 50)), operators, "n", "", "add", operators.form(node("add", "add")).specs().getFirst().name());

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    @Test void aPartKeepsWhatIsAmongItsNodesAlone() {
        Pipeline part = Fragment.of(pipeline, Set.of("both", "hint"));
        assertEquals(List.of("sign", "add"), part.nodes().stream().map(Node::id).toList());
        assertEquals(List.of(new Link("sign", "table", "add", "table")), part.links());
        assertEquals("both", part.groups().getFirst().id());
        assertEquals("hint", part.notes().getFirst().id());
        assertEquals("n", part.parameters().getFirst().name());
        assertTrue(Fragment.of(pipeline, Set.of("read")).parameters().isEmpty());
        assertEquals(part, json.read("clipboard", json.write(part)));
    }

    @Test void pastingGivesFreshIdsAndKeepsWhatIsThere() {
        Fragment.Pasted once = Fragment.paste(pipeline, Fragment.of(pipeline, Set.of("both", "hint")), 10, 20);
        assertEquals(List.of("read", "sign", "add", "sign-2", "add-2"), once.pipeline().nodes().stream().map(Node::id).toList());
        assertEquals(Set.of("both-2", "hint-2"), Set.copyOf(once.ids()));
        assertTrue(once.pipeline().links().contains(new Link("sign-2", "table", "add-2", "table")));
        assertEquals(List.of("sign-2", "add-2"), once.pipeline().group("both-2").orElseThrow().members());
        assertEquals(15, once.pipeline().note("hint-2").orElseThrow().x());
        assertEquals(2, once.pipeline().parameter("n").orElseThrow().settings().size());
        Fragment.Pasted twice = Fragment.paste(once.pipeline(), Fragment.of(once.pipeline(), Set.of("sign-2")), 0, 0);
        assertTrue(twice.ids().contains("sign-3"));
    }

    @Test void aParameterOfAnotherValueComesUnderAnotherName() {
        Pipeline part = Fragment.of(pipeline, Set.of("add"));
        Pipeline other = Parameters.set(pipeline, operators, "n", pipeline.parameter("n").orElseThrow().value().equals("5") ? "6" : "5");
        Pipeline pasted = Fragment.paste(other, part, 0, 0).pipeline();
        assertEquals(List.of("n", "n-2"), pasted.parameters().stream().map(Parameter::name).toList());
    }

    @Test void anEmptyPipelineTakesAWholeOne() {
        Fragment.Pasted pasted = Fragment.paste(Pipeline.empty("q"), pipeline, 0, 0);
        assertEquals(pipeline.nodes(), pasted.pipeline().nodes());
        assertEquals(pipeline.links(), pasted.pipeline().links());
        assertEquals(pipeline.groups(), pasted.pipeline().groups());
        assertEquals(pipeline.parameters(), pasted.pipeline().parameters());
    }
}
