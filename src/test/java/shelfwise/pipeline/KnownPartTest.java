package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;

class KnownPartTest {
    private final OperatorCatalogue operators = new ToyOperators().catalogue();
    private final NodeText text = new NodeText(operators);

    private Node read(String settings, int version) {
        String json = "{\"format\": 1, \"name\": \"p\", \"nodes\": [{\"id\": \"add\", \"operator\": \"toy.add\", \"version\": " + version + ", \"label\": \"L\", \"x\": 3, \"y\": 4, \"settings\": "
                + settings + "}], \"links\": []}";
        return new PipelineJson(operators).read("p.json", json).node("add");
    }

    private Node good() {
        return Node.of("add", operators.operator("toy.add"));
    }

    @Test void unknownAndWrongSettingsAreDroppedByNameAndTheOthersKept() {
        String setting = operators.form(good()).specs().getFirst().name();
        Node unread = read("{\"colour\": \"red\", \"" + setting + "\": 7}", 1);
        assertTrue(Unread.of(unread).isPresent());
        KnownPart known = KnownPart.of(unread, operators);
        assertEquals(List.of("colour"), known.dropped());
        assertEquals(7, ((Number) operators.form(known.node()).get(known.node().settings(), setting)).intValue());
        assertEquals("L 3.0 4.0", known.node().label() + " " + known.node().x() + " " + known.node().y());
        assertEquals(List.of(setting), KnownPart.of(read("{\"" + setting + "\": \"seven\"}", 1), operators).dropped());
    }

    @Test void aNewerVersionsSettingsAreTakenAsFarAsTheyAreKnown() {
        String setting = operators.form(good()).specs().getFirst().name();
        KnownPart known = KnownPart.of(read("{\"" + setting + "\": 7}", 99), operators);
        assertEquals(List.of(), known.dropped());
        assertEquals(good().version(), known.node().version());
    }

    @Test void aReadableNodeIsItsOwnAndOfAnUnknownOperatorNothingIsKnown() {
        assertEquals(new KnownPart(good(), List.of()), KnownPart.of(good(), operators));
        Node unknown = new Node("x", "toy.gone", 1, new Unread("{}", shelfwise.base.Problem.of("pipeline.unknown-operator", "x", "toy.gone")), "", 0, 0);
        assertThrows(ProblemException.class, () -> KnownPart.of(unknown, operators));
    }

    @Test void aNodesTextComesBackAndAnotherNodeIsRefused() {
        assertEquals(good(), text.read(good(), text.write(good())));
        assertEquals("pipeline.other-node", refused(text.write(good()).replace("\"add\"", "\"sub\"")));
        assertEquals("pipeline.json-ends", refused("{\"id\": ").replace("not-json", "json-ends"));
        String setting = operators.form(good()).specs().getFirst().name();
        assertEquals("pipeline.unknown-setting", refused(text.write(good()).replace("\"" + setting + "\"", "\"colour\"")));
    }

    private String refused(String json) {
        return assertThrows(ProblemException.class, () -> text.read(good(), json)).problem().key();
    }
}
