package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Portable;
import shelfwise.data.Schema;
import shelfwise.data.TableValue;
import shelfwise.pipeline.expression.Expression;

/** The checks of one pipeline, node after node, each after those it takes values from. */
final class PreflightChecks {
    private static final Logger LOG = LoggerFactory.getLogger(PreflightChecks.class);
    private final OperatorCatalogue operators;
    private final Context.AssetReader assets;
    private final Pipeline pipeline;
    private final Progress progress;
    private final List<Preflight.Finding> findings = new ArrayList<>();
    /** By node and output. */
    private final Map<String, Map<String, Schema>> known = new HashMap<>();

    PreflightChecks(OperatorCatalogue operators, Context.AssetReader assets, Pipeline pipeline, Progress progress) {
        this.operators = operators;
        this.assets = assets;
        this.pipeline = pipeline;
        this.progress = progress;
    }

    List<Preflight.Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<Schema> columnsOf(String node, String output) {
        return Optional.ofNullable(known.getOrDefault(node, Map.of()).get(output));
    }

    Map<String, Schema> columnsInto(Node node) {
        var found = new HashMap<String, Schema>();
        for (Port port : operators.readable(node).map(Operator::inputs).orElse(List.of())) {
            List<Link> links = pipeline.into(node.id(), port.name());
            if (port.type() == PortType.TABLE && links.size() == 1) {
                columnsOf(links.getFirst().fromNode(), links.getFirst().fromPort()).ifPresent(s -> found.put(port.name(), s));
            }
        }
        return found;
    }

    void node(Node node) {
        int before = findings.size();
        if (!attempt(node, () -> operators.operator(node))) return;
        Operator<?> operator = operators.operator(node);
        if (!attempt(node, () -> Step.of(operator, node.settings()))) return;
        settings(node);
        inputs(node, operator);
        if (findings.size() == before) outputs(node, Step.of(operator, node.settings()));
    }

    /** Notes the problem that {@code work} ends with; whether there was none. */
    private boolean attempt(Node node, Runnable work) {
        try {
            work.run();
            return true;
        } catch (ProblemException | IllegalArgumentException e) {
            note(node, Failures.problem(node, e));
            return false;
        }
    }

    private void note(Node node, Problem problem) {
        findings.add(new Preflight.Finding(node.id(), problem));
    }

    private void settings(Node node) {
        SettingsForm form = operators.form(node);
        Map<String, Schema> columns = columnsInto(node);
        for (SettingSpec s : form.specs()) {
            Object value = form.get(node.settings(), s.name());
            if (attempt(node, () -> SettingValues.check(s, value))) picked(node, s, s.name(), value, columns);
        }
    }

    /** Notes each column that {@code value}, or a row of it, names and that does not come in. A blank name leaves the choice to the operator. */
    private void picked(Node node, SettingSpec spec, String place, Object value, Map<String, Schema> columns) {
        if (spec.kind() == SettingKind.TABLE) {
            int number = 0;
            for (Object row : (List<?>) value) {
                number++;
                for (SettingSpec column : spec.columns()) picked(node, column, place + " " + number + ": " + column.name(), Records.get((Record) row, column.name()), columns);
            }
        }
        Schema schema = spec.picks().map(p -> columns.get(p.port())).orElse(null);
        if (schema == null) return;
        switch (spec.picks().get().value()) {
            case ASSET, ENCODER, MODEL, SETTING -> { }
            case COLUMN -> named(node, place, value, schema);
            case EXPRESSION -> attempt(node, place, () -> Expression.of(value.toString(), schema));
            case CONDITION -> attempt(node, place, () -> Expression.condition(value.toString(), schema));
        }
    }

    private void attempt(Node node, String place, Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            note(node, e.problem().in(node.id() + ": " + place));
        }
    }

    private void named(Node node, String place, Object value, Schema schema) {
        Stream<?> names = value instanceof List<?> several ? several.stream() : Stream.of(value);
        names.map(Object::toString).filter(n -> !n.isBlank() && schema.find(n).isEmpty()).distinct()
                .forEach(n -> note(node, Problem.of("pipeline.no-such-column", node.id() + ": " + place, n, schema.names())));
    }

    private void inputs(Node node, Operator<?> operator) {
        for (Port port : operator.inputs()) {
            if (!port.optional() && pipeline.into(node.id(), port.name()).isEmpty()) {
                note(node, Problem.of("pipeline.input-missing", node.id(), port.name(), port.type()));
            }
        }
        for (Link l : pipeline.into(node.id())) {
            if (operators.find(pipeline.node(l.fromNode()).operator()).isPresent()) attempt(node, () -> LinkRules.checkPorts(pipeline, l, operators));
        }
    }

    /**
     * Tries the step on empty tables, where nothing but tables comes in: what it refuses then, it refuses whatever the rows. A step that can't
     * do with empty tables is left to the run, and the columns it gives stay unknown.
     */
    private void outputs(Node node, Step<?> step) {
        Optional<Values> inputs = emptyInputs(node, step.operator());
        if (step.operator() instanceof Operator.Fit<?> || inputs.isEmpty()) return;
        try {
            keepColumns(node, step.run(inputs.get(), new Context((_, _) -> progress.check(), assets, node.id())));
        } catch (CancellationException e) {
            throw e;
        } catch (ProblemException e) {
            note(node, Failures.problem(node, e));
        } catch (RuntimeException e) {
            LOG.debug("node {} could not be tried on empty tables", node.id(), e);
        }
    }

    private void keepColumns(Node node, Values out) {
        var columns = new HashMap<String, Schema>();
        out.byPort().forEach((port, values) -> {
            if (values.size() == 1 && values.getFirst() instanceof TableValue t) columns.put(port, t.table().schema());
        });
        known.put(node.id(), columns);
    }

    /** Empty where the columns of a table that comes in are not known, or something else comes in. */
    private Optional<Values> emptyInputs(Node node, Operator<?> operator) {
        var values = new HashMap<String, List<Portable>>();
        for (Port port : operator.inputs()) {
            var tables = new ArrayList<Portable>();
            for (Link l : pipeline.into(node.id(), port.name())) {
                Optional<Schema> columns = columnsOf(l.fromNode(), l.fromPort());
                if (columns.isEmpty()) return Optional.empty();
                tables.add(new TableValue(Preflight.empty(columns.get())));
            }
            values.put(port.name(), tables);
        }
        return Optional.of(new Values(values));
    }
}
