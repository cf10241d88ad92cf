package shelfwise.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import shelfwise.app.RunService;
import shelfwise.base.JobEvent;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Comparison;
import shelfwise.evaluate.Verdict;
import shelfwise.evaluate.Yardstick;
import shelfwise.store.RunInfo;
import shelfwise.ui.JobBoard;
import shelfwise.ui.choice.ModelHues;

/** Which run is looked at, by which metric, cut-off and segment. */
final class CompareViewModel {
    private static final String FIRST_METRIC = "ndcg";

    /** The runs that measured something, the latest first, and what the chosen one found. */
    record Found(List<RunInfo> runs, long run, Metrics metrics, Map<String, Integer> hues) {
        Found {
            runs = List.copyOf(runs);
            hues = Map.copyOf(hues);
        }

        /** Index of the colour of a model; none for the yardstick. */
        int hue(String model) {
            return hues.getOrDefault(model, -1);
        }

        List<String> metricIds() {
            return metrics.rows().stream().map(Metrics.Row::metric).distinct().toList();
        }

        /** Empty if no metric knows a cut-off. */
        List<Integer> cuts() {
            return metrics.rows().stream().map(Metrics.Row::k).filter(k -> k != Metrics.NO_CUT).distinct().sorted().toList();
        }

        /** All users first. */
        List<String> segments() {
            return metrics.rows().stream().map(Metrics.Row::segment).distinct().toList();
        }
    }

    private final RunService service;
    private final ModelHues hues;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<String> metric = new SimpleObjectProperty<>(FIRST_METRIC);
    private final ObjectProperty<Integer> cut = new SimpleObjectProperty<>(Metrics.NO_CUT);
    private final ObjectProperty<String> segment = new SimpleObjectProperty<>(Metrics.ALL);
    private Optional<Long> wanted = Optional.empty();
    private int question;

    CompareViewModel(RunService service, ModelHues hues) {
        this.service = service;
        this.hues = hues;
    }

    /** Looks at this run from now on; at the latest that measured something if it did not. */
    void choose(long run, JobBoard jobs) {
        wanted = Optional.of(run);
        refresh(jobs);
    }

    /** Looks again, as a run may have ended. */
    void refresh(JobBoard jobs) {
        int asked = ++question;
        Optional<Long> run = wanted;
        jobs.<Optional<Found>>quietly(_ -> read(run), event -> {
            if (asked == question) learn(event); // an answer to an older question comes too late
        });
    }

    private Optional<Found> read(Optional<Long> run) {
        List<RunInfo> measured = service.measured();
        if (measured.isEmpty()) return Optional.empty();
        long chosen = run.filter(id -> measured.stream().anyMatch(r -> r.id() == id)).orElse(measured.getFirst().id());
        Metrics all = service.evaluation(chosen);
        var metrics = new Metrics(all.rows(), all.doubts(), all.comparisons(), List.of()); // the values by user are not shown, and large
        return Optional.of(new Found(measured, chosen, metrics, hues.of(metrics.models().stream().filter(m -> Yardstick.of(m).isEmpty()).toList())));
    }

    private void learn(JobEvent<Optional<Found>> event) {
        if (event instanceof JobEvent.Failed<Optional<Found>> failed) failure.set(Optional.of(failed.cause()));
        if (!(event instanceof JobEvent.Done<Optional<Found>> done)) return;
        failure.set(Optional.empty());
        done.result().ifPresent(this::keepChoices);
        found.set(done.result());
    }

    private void keepChoices(Found now) {
        if (!now.metricIds().contains(metric.get())) metric.set(now.metricIds().getFirst());
        if (!now.cuts().contains(cut.get())) cut.set(Metrics.mainCut(now.cuts()));
        if (!now.segments().contains(segment.get())) segment.set(Metrics.ALL);
    }

    /** Empty while nothing is measured. */
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }

    ObjectProperty<String> metric() {
        return metric;
    }

    ObjectProperty<Integer> cut() {
        return cut;
    }

    ObjectProperty<String> segment() {
        return segment;
    }

    /** The rows of the chosen metric, cut-off and segment, in the order of the models; empty if the metric is not measured in the segment. */
    List<Metrics.Row> rows() {
        return rows(segment.get());
    }

    List<Metrics.Row> rows(String of) {
        return found.get().map(f -> f.metrics().rows().stream().filter(r -> r.segment().equals(of) && r.metric().equals(metric.get()) && r.at(cut.get())).toList())
                .orElse(List.of());
    }

    /** The tests of the chosen metric, of all users; at the cut-off at which they were kept. */
    List<Comparison> tests() {
        return found.get().map(f -> f.metrics().comparisons().stream().filter(c -> c.metric().equals(metric.get())).toList()).orElse(List.of());
    }

    /** The rows that the tests are of. */
    List<Metrics.Row> tested() {
        int k = tests().stream().mapToInt(Comparison::k).findFirst().orElse(Metrics.NO_CUT);
        return found.get().map(f -> Metrics.overall(f.metrics().rows()).stream().filter(r -> r.metric().equals(metric.get()) && r.k() == k).toList()).orElse(List.of());
    }

    Optional<Verdict> verdict() {
        return Verdict.of(tested(), tests());
    }
}
