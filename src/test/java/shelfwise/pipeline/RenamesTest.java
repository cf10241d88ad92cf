package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.app.Operators;
import shelfwise.base.ProblemException;

class RenamesTest {
    private final OperatorCatalogue operators = Operators.catalogue();
    private final Pipeline pipeline = set(set(Pipeline.empty("p").add(node("split", "split.leave-last-out")).add(node("knn", "model.item-knn")).add(node("popular", "model.popularity"))
            .add(node("other", "hybrid.switch")).add(node("mix", "hybrid.switch")).add(node("fusion", "hybrid.rank-fusion")).add(node("judge", "evaluate.ranking")).add(node("sweep", "evaluate.sweep"))
            .link(new Link("split", "split", "knn", "split")).link(new Link("knn", "model", "mix", "model")).link(new Link("popular", "model", "mix", "model"))
            .link(new Link("knn", "model", "fusion", "model")).link(new Link("fusion", "model", "judge", "model")).link(new Link("judge", "metrics", "sweep", "metrics")),
            "mix", "warm", "knn"), "other", "warm", "knn");

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator(operator));
    }

    private Pipeline set(Pipeline p, String node, String setting, String text) {
        SettingsForm form = operators.form(p.node(node));
        return p.set(node, form.withText(p.node(node).settings(), setting, text));
    }

    private String text(Pipeline p, String node, String setting) {
        SettingsForm form = operators.form(p.node(node));
        return form.text(setting, form.get(p.node(node).settings(), setting));
    }

    @Test void aStepsNewIdFollowsIntoTheSettingsThatNameItsModel() {
        Pipeline named = set(pipeline, "fusion", "weights", "[{\"model\":\"knn\",\"weight\":2}]");
        Pipeline now = Renames.node(named, operators, "knn", "neighbours");
        assertEquals("neighbours", text(now, "mix", "warm"));
        assertEquals("", text(now, "mix", "cold"));
        assertEquals(text(named, "fusion", "weights").replace("knn", "neighbours"), text(now, "fusion", "weights"));
        assertEquals("knn", text(now, "other", "warm"), "no link leads there from it");
        assertEquals(named, Renames.node(now, operators, "neighbours", "knn"));
    }

    @Test void rowsOfASweepFollowStepsAndParameters() {
        Pipeline swept = Parameters.add(set(pipeline, "sweep", "settings", "[{\"setting\":\"knn.neighbours\",\"values\":\"10, 20\"},{\"setting\":\"size\",\"values\":\"1, 2\"}]"),
                operators, "size", "how many", "knn", "neighbours");
        Pipeline now = Renames.parameter(Renames.node(swept, operators, "knn", "near"), operators, "size", "how-many");
        assertEquals(text(swept, "sweep", "settings").replace("knn.", "near.").replace("size", "how-many"), text(now, "sweep", "settings"));
        assertEquals(List.of("near.neighbours"), now.parameters().getFirst().settings());
    }

    @Test void aTakenIdIsRefused() {
        assertThrows(ProblemException.class, () -> Renames.node(pipeline, operators, "knn", "mix"));
    }
}
