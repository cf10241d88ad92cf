package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static shelfwise.cli.Shop.call;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import shelfwise.app.Operators;
import shelfwise.cli.Shop.Said;
import shelfwise.pipeline.Operator;

class OperatorsCommandTest {
    @Test void everyOperatorIsListedUnderItsGroup() {
        Said said = call("operators", "--lang", "en");
        assertEquals(0, said.code());
        List<String> lines = said.out().lines().toList();
        assertTrue(lines.indexOf("Train a model") < lines.indexOf(lines.stream().filter(l -> l.startsWith("  model.item-knn ")).findFirst().orElseThrow()), said.out());
        for (Operator<?> o : Operators.ALL) assertEquals(1, lines.stream().filter(l -> l.startsWith("  " + o.id() + " ")).count(), o.id());
        assertTrue(!said.out().contains("‹"), said.out());
        var json = call("operators", "--json").json();
        assertEquals(Operators.ALL.stream().map(Operator::id).toList(), StreamSupport.stream(json.spliterator(), false).map(o -> o.get("id").asString()).toList());
    }

    @Test void oneOperatorTellsItsSettingsAsFilesNameThem() {
        Said said = call("operators", "split.global-time", "--lang", "en");
        assertEquals(0, said.code());
        assertTrue(said.out().startsWith("Split: by date (split.global-time)\n"), said.out());
        assertTrue(said.out().contains("  gapDays: Gap (0 to "), said.out());
        assertTrue(call("operators", "split.global-time", "--lang", "zh").out().contains("  gapDays: "), "files are not translated");
        var json = call("operators", "split.global-time", "--json").json();
        assertEquals("interactions", json.at("/inputs/0/name").asString());
        assertTrue(json.at("/settings").toString().contains("\"gapDays\""), json.toString());
    }

    @Test void aNameThatIsNoneIsAWrongCallThatTellsThoseThatAreNear() {
        Said said = call("operators", "item-knn", "--lang", "en");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("model.item-knn"), said.err());
    }
}
