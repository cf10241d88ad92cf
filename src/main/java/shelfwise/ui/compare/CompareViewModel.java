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
import shelfwise.store.RunInfo;
import shelfwise.ui.JobBoard;
import shelfwise.ui.choice.ModelHues;

/** Which run is looked at, by which metric and cut-off. */
final class CompareViewModel {
    private static final String FIRST_METRIC = "ndcg";
    private static final int FIRST_CUT = 10;

    /** The runs that measured something, the latest first, and what the chosen one found. */
    record Found(List<RunInfo> runs, long run, Metrics metrics, Map<String, Integer> hues) {
        Found {
            runs = List.copyOf(runs);
            hues = Map.copyOf(hues);
        }

        /** Index of the colour of a model. */
        int hue(String model) {
            return hues.getOrDefault(model, -1);
        }

        List<String> metricIds() {
            return metrics.rows().stream().map(Metrics.Row::metric).distinct().toList();
        }

        List<Integer> cuts() {
            return metrics.rows().stream().map(Metrics.Row::k).distinct().sorted().toList();
        }
    }

    private final RunService service;
    private final ModelHues hues;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<String> metric = new SimpleObjectProperty<>(FIRST_METRIC);
    private final ObjectProperty<Integer> cut = new SimpleObjectProperty<>(FIRST_CUT);
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
        List<RunInfo> measured = service.list().stream().filter(r -> !service.metrics(r.id()).isEmpty()).toList();
        if (measured.isEmpty()) return Optional.empty();
        long chosen = run.filter(id -> measured.stream().anyMatch(r -> r.id() == id)).orElse(measured.getFirst().id());
        Metrics metrics = service.evaluation(chosen);
        return Optional.of(new Found(measured, chosen, metrics, hues.of(metrics.models())));
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
        if (!now.cuts().contains(cut.get())) cut.set(now.cuts().stream().filter(k -> k >= FIRST_CUT).findFirst().orElse(now.cuts().getLast()));
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

    /** The rows of the chosen metric and cut-off, in the order of the models. */
    List<Metrics.Row> rows() {
        return found.get().map(f -> f.metrics().rows().stream().filter(r -> r.metric().equals(metric.get()) && r.k() == cut.get()).toList()).orElse(List.of());
    }
}
