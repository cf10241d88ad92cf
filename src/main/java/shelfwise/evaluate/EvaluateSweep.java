package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import shelfwise.base.Problem;
import shelfwise.data.Metrics;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Sweeping;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;

/** Runs the branch before it once for each combination of some settings and gathers what the evaluations found. */
public final class EvaluateSweep implements Operator.Transform<EvaluateSweep.Setup>, Sweeping {
    private static final Pattern BETWEEN = Pattern.compile("[,;\uff0c\uff1b\u3001]");

    /**
     * A setting that changes.
     *
     * @param setting {@code node.setting}, or the name of a parameter
     * @param values  separated by commas
     */
    public record Varied(@Picks(Picks.What.SETTING) String setting, String values) { }

    /** @param settings each with its values; every combination is run */
    public record Setup(List<Varied> settings) {
        public Setup {
            Settings.check(Setup.class, settings);
            settings = List.copyOf(settings);
        }
    }

    @Override public String id() {
        return "evaluate.sweep";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(List.of());
    }

    @Override public List<Port> inputs() {
        return List.of(Port.several("metrics", PortType.METRICS));
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("metrics", PortType.METRICS));
    }

    @Override public List<Axis> axes(Record settings) {
        var axes = new ArrayList<Axis>();
        for (Varied v : ((Setup) settings).settings()) {
            if (v.setting().isBlank()) continue;
            List<String> values = Arrays.stream(BETWEEN.split(v.values())).map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
            if (values.isEmpty()) throw Problem.of("evaluate.sweep-values", v.setting()).asException();
            axes.add(new Axis(v.setting().strip(), values));
        }
        return axes;
    }

    /** No more than all that comes in, with longer names. */
    @Override public Map<String, Bound> most(Setup settings, Bounds in) {
        return Map.of("metrics", Bound.of(new Volume(in.all().mapToLong(b -> b.most().rows()).sum(), 0, 0, 2 * in.volumes().bytes())));
    }

    /** The rows of the models that changed, each under its name with the combination: {@code "knn neighbours=50"}. */
    @Override public Values run(Setup settings, Values in, Context context) {
        List<String> names = Sweeping.names(axes(settings));
        var rows = new ArrayList<Metrics.Row>();
        var series = new ArrayList<Metrics.Series>();
        var doubts = new ArrayList<String>();
        for (Metrics m : in.all("metrics", Metrics.class)) {
            context.progress().check();
            for (Metrics.Row r : m.rows()) {
                name(r.model(), names).ifPresent(n -> rows.add(new Metrics.Row(n, r.segment(), r.metric(), r.k(), r.value(), r.low(), r.high(), r.users())));
            }
            for (Metrics.Series s : m.byUser()) name(s.model(), names).ifPresent(n -> series.add(new Metrics.Series(n, s.metric(), s.k(), s.users(), s.values())));
            doubts.addAll(m.doubts());
        }
        if (rows.isEmpty()) throw Problem.of("evaluate.sweep-no-model", context.node()).asException();
        return Values.of("metrics", new Metrics(rows, doubts.stream().distinct().toList(), List.of(), series));
    }

    /** Whether all rows are of models that a sweep named by their settings. */
    public static boolean isOf(List<Metrics.Row> rows) {
        return rows.stream().allMatch(r -> r.model().matches("\\S+ [^=]+=.*"));
    }

    /** Empty for a model that is no copy: its rows stand in the evaluation itself. */
    private static Optional<String> name(String model, List<String> names) {
        return Sweeping.copy(model).filter(c -> c.number() >= 1 && c.number() <= names.size()).map(c -> c.drawn() + " " + names.get(c.number() - 1));
    }
}
