package shelfwise.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
import shelfwise.data.Table;
import shelfwise.data.TableValue;

/** Carries sizes through a pipeline, node after node, each after those it takes values from. */
final class Forecasting {
    private static final Logger LOG = LoggerFactory.getLogger(Forecasting.class);
    /** More than any machine has: where a product of bounds is beyond counting. */
    private static final long BEYOND = Long.MAX_VALUE / 1024;
    private final OperatorCatalogue operators;
    private final Context.AssetReader assets;
    private final Forecast.Kept kept;
    private final Progress progress;
    private final Map<String, Map<String, Bound>> most = new HashMap<>();
    private final SequencedMap<String, Forecast.Step> steps = new LinkedHashMap<>();

    Forecasting(OperatorCatalogue operators, Context.AssetReader assets, Forecast.Kept kept, Progress progress) {
        this.operators = operators;
        this.assets = assets;
        this.kept = kept;
        this.progress = progress;
    }

    /** The bytes that a node takes while it runs: 0 if that is not known, -1 if it does not run. */
    long memory(String node) {
        Forecast.Step step = steps.get(node);
        return step == null ? -1 : step.memory().orElse(0);
    }

    /** The bytes of what a node makes that is held until its last reader; tables are read chunk by chunk. */
    long held(Node node, OperatorCatalogue catalogue) {
        return catalogue.readable(node).stream().flatMap(o -> o.outputs().stream()).filter(p -> p.type() != PortType.TABLE)
                .mapToLong(p -> bound(node.id(), p.name()).map(b -> b.most().bytes()).orElse(0L)).sum();
    }

    /** Of those that would run; a sweep is as large as the largest of its copies. */
    Map<String, Forecast.Step> told(Map<String, String> copies) {
        var told = new LinkedHashMap<String, Forecast.Step>();
        steps.forEach((node, step) -> {
            if (!copies.containsKey(node)) told.put(node, step);
        });
        copies.forEach((copy, sweep) -> {
            Forecast.Step own = told.get(sweep), one = steps.get(copy);
            if (own == null || one == null || own.memory().isEmpty()) return;
            OptionalLong larger = one.memory().isEmpty() ? one.memory() : OptionalLong.of(Math.max(one.memory().getAsLong(), own.memory().getAsLong()));
            told.put(sweep, new Forecast.Step(larger, own.sure() && one.sure(), own.most()));
        });
        return told;
    }

    /** The nodes that would run and whose memory is not known. */
    List<String> unknown(Map<String, String> copies) {
        return steps.entrySet().stream().filter(s -> s.getValue().memory().isEmpty())
                .map(s -> Optional.ofNullable(copies.get(s.getKey())).orElse(s.getKey())).distinct().toList();
    }

    /** Of what there is of a value; empty if nothing is known. */
    Optional<Bound> bound(String node, String port) {
        return Optional.ofNullable(most.getOrDefault(node, Map.of()).get(port));
    }

    void node(Node node, Pipeline pipeline, PreflightChecks checks) {
        Optional<Operator<?>> operator = operators.readable(node);
        if (operator.isEmpty()) {
            steps.put(node.id(), new Forecast.Step(OptionalLong.empty(), false, Map.of()));
            return;
        }
        Map<String, Bound> found = found(node, operator.get());
        if (!found.isEmpty()) most.put(node.id(), found);
        else if (operator.get() instanceof Operator.Source<?>) source(node);
        else step(node, operator.get(), pipeline, checks);
    }

    /** What the store keeps of all its outputs; empty if it would run. */
    private Map<String, Bound> found(Node node, Operator<?> operator) {
        var found = new HashMap<String, Bound>();
        for (Port p : operator.outputs()) {
            Optional<Forecast.Known> known = kept.find(node.id(), p.name());
            if (known.isEmpty()) return Map.of();
            found.put(p.name(), known.get().table().map(this::table).orElseGet(() -> Bound.of(known.get().volume())));
        }
        return found;
    }

    private Bound table(Table table) {
        return Bound.of(table, column -> different(table, column));
    }

    /** Cost: one pass over the column. */
    private long different(Table table, String column) {
        var at = table.schema().find(column);
        if (at.isEmpty()) return table.rows();
        ColumnType type = table.schema().field(at.getAsInt()).type();
        var seen = new java.util.HashSet<String>();
        table.scan(new int[] {at.getAsInt()}, chunk -> {
            progress.check();
            var cells = chunk.columns().getFirst();
            for (int i = 0; i < chunk.rows(); i++) if (!cells.missing(i)) seen.add(cells.text(i, type));
        });
        return seen.size();
    }

    /** An asset is there already: opening it reads none of its rows. */
    private void source(Node node) {
        var out = new HashMap<String, Bound>();
        try {
            Values values = Step.of(operators.operator(node), node.settings()).run(Values.NONE, new Context((_, _) -> progress.check(), assets, node.id()));
            values.byPort().forEach((port, all) -> all.stream().filter(TableValue.class::isInstance).map(TableValue.class::cast).findFirst()
                    .ifPresent(t -> out.put(port, table(t.table()))));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) { // told by the checks
            LOG.debug("the size of {} is not known", node.id(), e);
        }
        put(node, out, out.isEmpty() ? OptionalLong.empty() : OptionalLong.of(0), true);
    }

    private void step(Node node, Operator<?> operator, Pipeline pipeline, PreflightChecks checks) {
        var in = new HashMap<String, List<Bound>>();
        boolean sure = true, whole = true;
        for (Port port : operator.inputs()) {
            List<Link> links = pipeline.into(node.id(), port.name());
            whole &= port.optional() || !links.isEmpty();
            var bounds = new ArrayList<Bound>();
            for (Link l : links) {
                Optional<Bound> b = bound(l.fromNode(), l.fromPort());
                whole &= b.isPresent();
                b.ifPresent(bounds::add);
                sure &= !steps.containsKey(l.fromNode()) || operators.readable(pipeline.node(l.fromNode())).orElse(null) instanceof Operator.Source<?>;
            }
            in.put(port.name(), bounds);
        }
        if (whole) reckon(node, new Bounds(in, checks.columnsInto(node)), sure, checks);
        else put(node, Map.of(), OptionalLong.empty(), false);
    }

    private void reckon(Node node, Bounds in, boolean sure, PreflightChecks checks) {
        try {
            Step<?> step = Step.of(operators.operator(node), node.settings());
            var out = new HashMap<String, Bound>();
            step.most(in).forEach((port, bound) -> out.put(port, checks.columnsOf(node.id(), port).map(bound::with).orElse(bound)));
            long memory = step.memory(in.volumes());
            put(node, out, OptionalLong.of(memory < 0 ? BEYOND : Math.min(memory, BEYOND)), sure);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) { // settings that the checks refuse, numbers beyond counting
            LOG.debug("the memory of {} is not known", node.id(), e);
            put(node, Map.of(), OptionalLong.empty(), false);
        }
    }

    private void put(Node node, Map<String, Bound> out, OptionalLong memory, boolean sure) {
        most.put(node.id(), out);
        var volumes = new HashMap<String, Volume>();
        out.forEach((port, bound) -> volumes.put(port, bound.most()));
        steps.put(node.id(), new Forecast.Step(memory, sure, volumes));
    }
}
