package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import shelfwise.app.search.SearchMethod;
import shelfwise.app.search.SearchPlan;
import shelfwise.app.search.SearchResult;
import shelfwise.app.search.SearchService;
import shelfwise.app.search.Space;
import shelfwise.app.search.Trial;
import shelfwise.base.JobEvent;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.SettingKind;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;

/** A search for the settings of one step that trains a model: what is asked, the trials as they end, and the best of them. On the UI thread. */
final class SearchViewModel {
    private static final String METRIC = "ndcg", CUT_OFF = "10", SEED = "1";

    /**
     * A setting that can be varied.
     *
     * @param range as text, such as {@code 16..256:log} or {@code none,bm25}
     */
    record Varied(SettingSpec spec, BooleanProperty chosen, StringProperty range) { }

    /** Where a search is made. */
    private record Spot(String pipeline, Node step) {
        String node() {
            return step.id();
        }

        String operator() {
            return step.operator();
        }

        boolean same(Spot other) {
            return pipeline.equals(other.pipeline) && node().equals(other.node()) && operator().equals(other.operator());
        }
    }

    private final PipelinesViewModel pipelines;
    private final SearchService service;
    private final OperatorCatalogue operators;
    private final List<Varied> settings = new ArrayList<>();
    private final ObjectProperty<SearchMethod> method = new SimpleObjectProperty<>(SearchMethod.TPE);
    private final StringProperty metric = new SimpleStringProperty(METRIC), cutOff = new SimpleStringProperty(CUT_OFF),
            trials = new SimpleStringProperty(String.valueOf(SearchPlan.DEFAULT_TRIALS)), minutes = new SimpleStringProperty("0"), seed = new SimpleStringProperty(SEED);
    private final TreeMap<Integer, Trial> known = new TreeMap<>();
    private final ReadOnlyObjectWrapper<List<Trial>> ended = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Throwable>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable JobEvent<SearchResult>> ending = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(), waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private @Nullable Spot spot;
    private @Nullable SearchPlan plan;
    private Runnable stop = () -> { };

    SearchViewModel(PipelinesViewModel pipelines, SearchService service, OperatorCatalogue operators) {
        this.pipelines = pipelines;
        this.service = service;
        this.operators = operators;
    }

    /**
     * Turns to a step of the pipeline shown. What was asked and found of the same step stays; a search that runs is not left.
     *
     * @return the step that is now searched
     */
    Node open(Node node) {
        var wanted = new Spot(pipelines.name().get(), node);
        Spot before = spot;
        if (before != null && (running.get() || wanted.same(before))) return before.step();
        spot = wanted;
        forget();
        settings.clear();
        SettingsForm form = operators.form(node);
        for (SettingSpec spec : form.specs()) {
            if (!Space.canVary(spec)) continue;
            String text = Space.suggested(form, spec, node.settings()).text();
            boolean first = settings.stream().noneMatch(s -> s.chosen().get()) && (spec.kind() == SettingKind.WHOLE || spec.kind() == SettingKind.DECIMAL);
            settings.add(new Varied(spec, new SimpleBooleanProperty(first), new SimpleStringProperty(text.substring(spec.name().length() + 1))));
        }
        return node;
    }

    private void forget() {
        known.clear();
        ended.set(List.of());
        failure.set(Optional.empty());
        ending.set(null);
        share.set(0);
        plan = null;
    }

    /** Starts it once what was asked for before has ended, or says in {@link #failure} what is wrong with what is asked. Trials done by an earlier search that asked the same are taken over. */
    void start() {
        Pipeline shown = pipelines.pipeline().get();
        Spot now = spot;
        if (running.get() || shown == null || now == null) return;
        SearchPlan asked;
        try {
            asked = plan(shown, now.node());
        } catch (ProblemException e) {
            failure.set(Optional.of(e));
            return;
        }
        forget();
        plan = asked;
        running.set(true);
        waiting.set(true);
        stop = pipelines.search(asked, new RunsViewModel.Searching((progress, tell) -> service.search(asked, true, progress, tell::accept), () -> waiting.set(false),
                this::heard, this::happened, this::over));
    }

    private void over() {
        waiting.set(false);
        running.set(false);
    }

    /** @throws ProblemException naming what can't be understood or is out of range */
    private SearchPlan plan(Pipeline shown, String node) {
        List<String> texts = settings.stream().filter(s -> s.chosen().get()).map(s -> s.spec().name() + "=" + s.range().get().strip()).toList();
        SearchPlan.Measure measure = SearchPlan.measure(metric.get() + "@" + cutOff.get().strip());
        return new SearchPlan(shown, node, service.space(shown, node, texts), measure.metric(), measure.k(), method.get(), (int) Math.clamp(whole("trials", trials), 0, Integer.MAX_VALUE),
                minutes.get().isBlank() ? 0 : number("minutes", minutes), whole("seed", seed), false, 0);
    }

    private static long whole(String name, StringProperty text) {
        try {
            return Long.parseLong(text.get().strip());
        } catch (NumberFormatException e) {
            throw Problem.of("search.not-a-number", name, text.get()).asException(e);
        }
    }

    private static double number(String name, StringProperty text) {
        try {
            return Double.parseDouble(text.get().strip());
        } catch (NumberFormatException e) {
            throw Problem.of("search.not-a-number", name, text.get()).asException(e);
        }
    }

    private void heard(List<Trial> told) {
        told.forEach(t -> known.put(t.number(), t)); // one that ran out of memory is told again
        ended.set(List.copyOf(known.values()));
    }

    private void happened(JobEvent<SearchResult> event) {
        switch (event) {
            case JobEvent.Moved<SearchResult> e -> {
                share.set(e.total() > 0 ? Math.min(1, (double) e.done() / e.total()) : 0);
                return;
            }
            case JobEvent.Done<SearchResult> e -> {
                heard(e.result().trials());
                if (e.result().best().isEmpty()) failure.set(Optional.of(Problem.of("search.none-done", "").asException()));
            }
            case JobEvent.Failed<SearchResult> e -> failure.set(Optional.of(e.cause()));
            case JobEvent.Cancelled<SearchResult> _ -> { }
        }
        over();
        ending.set(event);
    }

    /** Stops it at its next word; what was tried stays. One that waits is taken out of the line. */
    void cancel() {
        if (running.get()) stop.run();
    }

    /** Puts the best settings so far into the pipeline, as an edit that can be undone. @return whether it could be done */
    boolean use() {
        Pipeline shown = pipelines.pipeline().get();
        Optional<Trial> best = best();
        Spot now = spot;
        if (!canUse() || shown == null || now == null || best.isEmpty()) return false;
        try {
            pipelines.set(now.node(), service.with(shown, now.node(), best.get()).node(now.node()).settings(), "");
            return true;
        } catch (ProblemException e) {
            failure.set(Optional.of(e));
            return false;
        }
    }

    /** Whether there is a best trial, and the pipeline shown is still the one it was found for. */
    boolean canUse() {
        Pipeline shown = pipelines.pipeline().get();
        Spot now = spot;
        return !running.get() && best().isPresent() && now != null && shown != null && pipelines.name().get().equals(now.pipeline())
                && shown.find(now.node()).filter(n -> n.operator().equals(now.operator())).isPresent();
    }

    /** Of those tried at the highest cost the one with the highest score; of equal ones the first. */
    Optional<Trial> best() {
        return ranked().stream().findFirst().filter(t -> !Double.isNaN(t.score()));
    }

    /** Best first: by cost, then score; trials that failed come last. */
    List<Trial> ranked() {
        return ended.get().stream().sorted(Comparator.comparing((Trial t) -> Double.isNaN(t.score())).thenComparingDouble(t -> -t.share()).thenComparingDouble(t -> -t.score())
                .thenComparingInt(Trial::number)).toList();
    }

    /** Settings that can be varied, in the order of the form; the first number is chosen at the beginning. */
    List<Varied> settings() {
        return List.copyOf(settings);
    }

    /** What the trials shown were asked by; null before a search. */
    @Nullable SearchPlan plan() {
        return plan;
    }

    ObjectProperty<SearchMethod> method() {
        return method;
    }

    StringProperty metric() {
        return metric;
    }

    StringProperty cutOff() {
        return cutOff;
    }

    StringProperty trials() {
        return trials;
    }

    /** After which no trial is begun; 0 or blank for no limit. */
    StringProperty minutes() {
        return minutes;
    }

    StringProperty seed() {
        return seed;
    }

    /** Trials that ended, by their numbers. */
    ReadOnlyObjectProperty<List<Trial>> ended() {
        return ended.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Throwable>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** How the last search ended; null before and during one. */
    ReadOnlyObjectProperty<@Nullable JobEvent<SearchResult>> ending() {
        return ending.getReadOnlyProperty();
    }

    /** Whether it goes on, be it that it still waits. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether it waits for runs that were asked for before. */
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Part of the search that is done, 0 to 1. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }
}
