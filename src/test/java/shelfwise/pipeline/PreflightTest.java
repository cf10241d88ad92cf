package shelfwise.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.Preflight.Finding;
import shelfwise.pipeline.ToyOperators.Add;
import shelfwise.pipeline.ToyOperators.EveryKind;
import shelfwise.pipeline.ToyOperators.Numbers;

class PreflightTest {
    /** Has columns alone: whoever asks for a row fails. */
    private record Unreadable(Schema schema) implements Table {
        @Override public long rows() {
            return 1_000_000;
        }

        @Override public String hash() {
            throw new AssertionError("hashed");
        }

        @Override public void scan(int[] columns, java.util.function.Consumer<shelfwise.data.Chunk> visitor) {
            throw new AssertionError("scanned");
        }
    }

    private static final Schema VALUE = Schema.of(new Field("value", ColumnType.INTEGER));
    private final ToyOperators toys = new ToyOperators();
    private final OperatorCatalogue operators = toys.catalogue();
    private final Map<String, Table> assets = Map.of("orders", new Unreadable(VALUE));
    private final Preflight preflight = new Preflight(operators, (asset, version) -> Optional.ofNullable(assets.get(asset))
            .orElseThrow(() -> Problem.of("store.no-asset", asset, "orders").asException()));

    private Node node(String id, String operator) {
        return Node.of(id, operators.operator("toy." + operator));
    }

    private static Link link(String from, String to) {
        return new Link(from, "table", to, "table");
    }

    /** read -> add -> train. */
    private Pipeline good() {
        return Pipeline.empty("p").add(node("read", "numbers")).add(node("add", "add")).add(node("train", "train")).link(link("read", "add")).link(link("add", "train"));
    }

    private List<Problem> problems(Pipeline pipeline) {
        List<Finding> findings = preflight.check(pipeline, Progress.NONE);
        for (Finding f : findings) {
            assertTrue(f.problem().where().startsWith(f.node()), f.toString());
            for (var language : Messages.LANGUAGES) assertTrue(!Messages.in(language).tell(f.problem()).contains("‹"), f.toString());
        }
        return findings.stream().map(Finding::problem).toList();
    }

    @Test void aSoundPipelineHasNoFindingAndNoRowIsRead() {
        assertEquals(List.of(), problems(good()));
        assertEquals(Map.of("table", VALUE), preflight.columns(good(), "train"));
        assertEquals(Optional.of(VALUE), preflight.columns(good(), "read", "table"));
        assertEquals(Map.of(), preflight.columns(good(), "read"));
        assertTrue(!toys.ran.contains("train"));
    }

    @Test void allProblemsAreToldAtOnceInTheOrderOfTheNodes() {
        Pipeline bad = good().set("add", new Add.Setup(2, "price")).add(node("gone", "numbers").withSettings(new Numbers.Setup("views"))).add(node("sign", "sign"))
                .add(node("total", "total")).add(new Node("old", "toy.old", 1, new Add.Setup(1, ""), "", 0, 0));
        assertEquals(List.of(Problem.of("pipeline.no-such-column", "add: column", "price", List.of("value")), Problem.of("store.no-asset", "gone: views", "orders"),
                Problem.of("pipeline.input-missing", "sign", "table", PortType.TABLE), Problem.of("pipeline.input-missing", "total", "tables", PortType.TABLE),
                Problem.of("pipeline.unknown-operator", "old", "toy.old")).stream().map(Problem::toString).sorted().toList(),
                problems(bad).stream().map(Problem::toString).sorted().toList());
        assertEquals(List.of("gone"), preflight.checkTo(bad, "gone", Progress.NONE).stream().map(Finding::node).toList());
        assertEquals(List.of(), preflight.checkTo(bad, "read", Progress.NONE));
    }

    @Test void columnsAreLookedForInListsAndRowsOfATable() {
        var picky = new Picky();
        var catalogue = new OperatorCatalogue(List.of(toys.new Numbers(), picky));
        Pipeline pipeline = Pipeline.empty("p").add(Node.of("read", toys.new Numbers()))
                .add(Node.of("pick", picky).withSettings(new Picky.Setup(List.of("value", "a", "", "a"), List.of(new Picky.Row("value"), new Picky.Row("b"))))).link(link("read", "pick"));
        var found = new Preflight(catalogue, (asset, version) -> new Unreadable(VALUE)).check(pipeline, Progress.NONE);
        assertEquals(List.of(new Finding("pick", Problem.of("pipeline.no-such-column", "pick: columns", "a", List.of("value"))),
                new Finding("pick", Problem.of("pipeline.no-such-column", "pick: rows 2: column", "b", List.of("value")))), found);
        assertEquals(Map.of("table", VALUE), new Preflight(catalogue, (asset, version) -> new Unreadable(VALUE)).columns(pipeline, "pick"));
    }

    @Test void unknownColumnsAreNoFinding() {
        Pipeline behindATotal = good().add(node("total", "total")).link(new Link("add", "table", "total", "tables")).link(new Link("train", "model", "total", "model"))
                .add(node("late", "add").withSettings(new Add.Setup(1, "whatever"))).link(link("total", "late"));
        assertEquals(List.of(), problems(behindATotal));
        assertEquals(Map.of(), preflight.columns(behindATotal, "late"));
    }

    @Test void whatAStepRefusesOfItsColumnsIsTold() {
        toys.call = () -> {
            throw Problem.of("data.no-column-of-role", "user", "value").asException();
        };
        Pipeline calling = good().add(node("call", "call")).link(link("add", "call"));
        assertEquals(List.of(Problem.of("data.no-column-of-role", "call: user", "value")), problems(calling));
        toys.call = () -> {
            throw new IllegalStateException("can't do with an empty table");
        };
        assertEquals(List.of(), problems(calling), "the run will tell");
    }

    @Test void linksThatDoNotFitAreToldAtTheirInput() {
        Pipeline bad = good().add(node("sign", "sign")).link(new Link("train", "model", "sign", "table"));
        assertEquals(List.of(Problem.of("pipeline.unlike-link", "sign: train.model -> sign.table", PortType.MODEL, PortType.TABLE)), problems(bad));
    }

    @Test void settingsOfAnotherOperatorAreTold() {
        Pipeline bad = good().set("add", operators.operator("toy.every-kind").defaults());
        assertEquals(List.of("pipeline.node-refused"), problems(bad).stream().map(Problem::key).toList());
        assertEquals(List.of(), problems(good().add(node("every", "every-kind").withSettings((EveryKind.Setup) operators.operator("toy.every-kind").defaults()))
                .link(link("add", "every"))));
    }

    @Test void itCanBeCancelledAndKnowsItsNodes() {
        assertThrows(CancellationException.class, () -> preflight.check(good(), (done, total) -> {
            throw new CancellationException();
        }));
        assertEquals("pipeline.unknown-node", assertThrows(ProblemException.class, () -> preflight.columns(good(), "no")).problem().key());
    }

    /** Names columns in a list and in the rows of a table. */
    private static final class Picky implements Operator.Transform<Picky.Setup> {
        record Row(@Picks(Picks.What.COLUMN) String column) { }

        record Setup(@Picks(Picks.What.COLUMN) List<String> columns, List<Row> rows) { }

        @Override public String id() {
            return "toy.picky";
        }

        @Override public int version() {
            return 1;
        }

        @Override public Setup defaults() {
            return new Setup(List.of(), List.of());
        }

        @Override public List<Port> inputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public List<Port> outputs() {
            return List.of(Port.one("table", PortType.TABLE));
        }

        @Override public Values run(Setup settings, Values in, Context context) {
            return Values.of("table", in.one("table", shelfwise.data.TableValue.class));
        }
    }
}
