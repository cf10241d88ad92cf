package shelfwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;

/** Expressions are checked against the columns that will come in, also those that a step before makes. */
class ExpressionsBeforeARunTest {
    private static final OperatorCatalogue OPERATORS = Operators.catalogue();
    private static final Schema ORDERS = Schema.of(new Field("quantity", ColumnType.INTEGER), new Field("unit price", ColumnType.DECIMAL));

    private static Pipeline with(String expression, String condition) {
        Pipeline p = Pipeline.empty("p").add(Node.of("orders", OPERATORS.operator("source.asset"))).add(Node.of("net", OPERATORS.operator("prepare.compute")))
                .add(Node.of("large", OPERATORS.operator("prepare.where"))).link(new Link("orders", "table", "net", "table")).link(new Link("net", "table", "large", "table"));
        return set(set(set(set(p, "orders", "asset", "orders"), "net", "column", "net"), "net", "expression", expression), "large", "condition", condition);
    }

    private static Pipeline set(Pipeline pipeline, String node, String setting, String text) {
        var form = OPERATORS.form(pipeline.node(node));
        return pipeline.set(node, form.withText(pipeline.node(node).settings(), setting, text));
    }

    private static List<String> findings(Pipeline pipeline) {
        return new Preflight(OPERATORS, (_, _) -> new TableBuilder(ORDERS).build()).check(pipeline, Progress.NONE).stream()
                .map(f -> f.problem().where() + " " + f.problem().key()).toList();
    }

    @Test void aSoundExpressionOverAComputedColumnHasNoFinding() {
        assertEquals(List.of(), findings(with("quantity * [unit price]", "net > 100")));
    }

    @Test void mistakesNameNodeAndSetting() {
        assertEquals(List.of("net: expression expression.no-such-column-near"), findings(with("quantity * [unit prise]", "net > 100")));
        assertEquals(List.of("large: condition expression.no-condition"), findings(with("quantity", "net + 1")));
        assertEquals(List.of("large: condition expression.wrong-type"), findings(with("quantity", "lower(net) = \"a\"")));
        assertEquals(List.of("net: expression expression.empty"), findings(with("", "net > 100")));
    }
}
