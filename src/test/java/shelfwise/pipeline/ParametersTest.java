package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class ParametersTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final PipelineJson json = new PipelineJson(operators);
    private final Pipeline pipeline = new Pipeline("p", List.of(Node.of("a", operators.operator("toy.every-kind")), Node.of("b", operators.operator("toy.every-kind"))), List.of());

    private Object whole(Pipeline p, String node) {
        return operators.form(p.node(node)).get(p.node(node).settings(), "whole");
    }

    private Pipeline bound() {
        return Parameters.bind(Parameters.add(pipeline, operators, "k", "How many", "a", "whole"), operators, "k", "b", "whole");
    }

    @Test void allSettingsThatFollowAParameterTakeItsValue() {
        Pipeline set = Parameters.set(bound(), operators, "k", "7");
        assertEquals(7, whole(set, "a"));
        assertEquals(7, whole(set, "b"));
        assertEquals("7", set.parameter("k").orElseThrow().value());
        Pipeline overridden = Overrides.apply(bound(), List.of("k=8"), operators);
        assertEquals(8, whole(overridden, "b"));
    }

    @Test void aBoundSettingChangedInItsFormChangesTheParameterAndTheOthers() {
        Pipeline before = bound();
        Record settings = operators.form(before.node("b")).with(before.node("b").settings(), "whole", 6);
        Pipeline set = Parameters.set(before, operators, "b", settings);
        assertEquals(6, whole(set, "a"));
        assertEquals("6", set.parameter("k").orElseThrow().value());
    }

    @Test void theFileHoldsParametersAndTheirValueCounts() {
        Pipeline set = Parameters.set(bound(), operators, "k", "7");
        assertEquals(set, json.read("p.json", json.write(set)));
        Pipeline edited = json.read("p.json", json.write(set).replace("\"value\": \"7\"", "\"value\": \"5\""));
        assertEquals(5, whole(edited, "a"));
        assertEquals(5, whole(edited, "b"));
    }

    @Test void aValueThatASettingRefusesIsToldWithTheSetting() {
        var problem = assertThrows(ProblemException.class, () -> Parameters.set(bound(), operators, "k", "0")).problem();
        assertEquals("pipeline.setting-range", problem.key());
        assertEquals("a: whole", problem.where());
        assertEquals("pipeline.no-parameter", assertThrows(ProblemException.class, () -> Parameters.set(bound(), operators, "n", "0")).problem().key());
    }

    @Test void parametersFollowTheirNodes() {
        assertEquals(List.of("b.whole"), bound().remove("a").parameter("k").orElseThrow().settings());
        assertEquals(List.of("first.whole", "b.whole"), bound().rename("a", "first").parameter("k").orElseThrow().settings());
        assertTrue(Parameters.unbind(bound(), "a", "whole").parameter("k").orElseThrow().settings().equals(List.of("b.whole")));
    }
}
