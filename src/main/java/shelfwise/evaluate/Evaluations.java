package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Comparison;
import shelfwise.data.Metrics.Row;
import shelfwise.data.Metrics.Series;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;

/**
 * What several evaluations of one run found, side by side. A model that a later one finds other values for has that one's name behind its own,
 * such as {@code als (judge-2)}; where both find the same it stands there once.
 */
public final class Evaluations {
    private record Place(String model, String segment, String metric, int k) {
        static Place of(Row r) {
            return new Place(r.model(), r.segment(), r.metric(), r.k());
        }
    }

    private Evaluations() { }

    /** What the evaluations of a run found. */
    public static Metrics of(RunResult run) {
        var found = new LinkedHashMap<String, Metrics>();
        for (var o : run.outputs(PortType.METRICS)) run.value(o.node(), o.port(), Metrics.class).ifPresent(m -> found.put(o.node(), m));
        return together(found);
    }

    /** @param byNode what each evaluation found, in the order of the pipeline, by the id of its node */
    public static Metrics together(SequencedMap<String, Metrics> byNode) {
        Map<Place, Double> known = new HashMap<>();
        var named = new ArrayList<Metrics>();
        byNode.forEach((node, found) -> {
            Set<String> others = new HashSet<>();
            for (Row r : found.rows()) if (Double.compare(known.getOrDefault(Place.of(r), r.value()), r.value()) != 0) others.add(r.model());
            Metrics told = named(found, m -> others.contains(m) ? behind(m, node) : m);
            List<Row> fresh = told.rows().stream().filter(r -> !known.containsKey(Place.of(r))).toList();
            fresh.forEach(r -> known.put(Place.of(r), r.value()));
            named.add(new Metrics(fresh, told.doubts(), told.comparisons(), told.byUser()));
        });
        return joined(named);
    }

    /**
     * The same of a run whose rows are known, of those evaluations that are still kept.
     *
     * @param rows of {@link #together}
     */
    public static Metrics again(List<Row> rows, SequencedMap<String, Metrics> byNode) {
        Set<String> models = new HashSet<>(rows.stream().map(Row::model).toList());
        var named = new ArrayList<Metrics>();
        byNode.forEach((node, found) -> named.add(named(found, m -> models.contains(behind(m, node)) ? behind(m, node) : m)));
        Metrics all = joined(named);
        return new Metrics(rows, all.doubts(), all.comparisons(), all.byUser());
    }

    private static String behind(String model, String node) {
        return model + " (" + node + ")";
    }

    private static Metrics joined(List<Metrics> all) {
        var comparisons = new LinkedHashMap<List<Object>, Comparison>();
        for (Metrics m : all) for (Comparison c : m.comparisons()) comparisons.putIfAbsent(List.of(c.first(), c.second(), c.metric(), c.k()), c);
        var byUser = new LinkedHashMap<List<Object>, Series>();
        for (Metrics m : all) for (Series s : m.byUser()) byUser.putIfAbsent(List.of(s.model(), s.metric(), s.k()), s);
        return new Metrics(all.stream().flatMap(m -> m.rows().stream()).toList(), all.stream().flatMap(m -> m.doubts().stream()).distinct().toList(),
                List.copyOf(comparisons.values()), List.copyOf(byUser.values()));
    }

    private static Metrics named(Metrics found, UnaryOperator<String> name) {
        return new Metrics(found.rows().stream().map(r -> new Row(name.apply(r.model()), r.segment(), r.metric(), r.k(), r.value(), r.low(), r.high(), r.users())).toList(), found.doubts(),
                found.comparisons().stream().map(c -> new Comparison(name.apply(c.first()), name.apply(c.second()), c.metric(), c.k(), c.users(), c.difference(), c.low(), c.high(), c.effect(),
                        c.t(), c.wilcoxon(), c.randomisation())).toList(),
                found.byUser().stream().map(s -> new Series(name.apply(s.model()), s.metric(), s.k(), s.users(), s.values())).toList());
    }
}
