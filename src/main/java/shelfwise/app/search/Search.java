package shelfwise.app.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.model.Workers;

/** One search under way: asks the sampler, tries what it says, some at a time, until all is tried or the minutes are over. */
final class Search {
    static final String OUT_OF_MEMORY = "pipeline.out-of-memory";
    private static final int PARTS = 10_000;
    private final SearchPlan plan;
    private final Sampler sampler;
    private final TrialRunner runner;
    private final int parallel;
    private final Progress progress;
    private final Consumer<Trial> listener;
    private final long began = System.nanoTime();
    private final double[] running;
    private int ended;

    Search(SearchPlan plan, Sampler sampler, TrialRunner runner, int parallel, Progress progress, Consumer<Trial> listener) {
        this.plan = plan;
        this.sampler = sampler;
        this.runner = runner;
        this.parallel = parallel;
        this.progress = progress;
        this.listener = listener;
        running = new double[sampler.total() + 1];
    }

    SearchResult all(String id) {
        var tried = new ArrayList<Tried>();
        var trials = new ArrayList<Trial>();
        for (List<Draw> draws = sampler.next(tried); !draws.isEmpty(); draws = sampler.next(tried)) {
            List<Optional<Trial>> results = together(draws);
            for (int i = 0; i < draws.size(); i++) {
                Draw draw = draws.get(i);
                results.get(i).ifPresent(t -> {
                    trials.add(t);
                    tried.add(new Tried(draw, t.score()));
                });
            }
            if (results.stream().anyMatch(Optional::isEmpty)) return result(id, trials, SearchResult.End.TIME);
            refuseIfNoneWorked(trials);
        }
        boolean fewer = plan.method() != SearchMethod.HALVING && trials.size() < plan.trials();
        return result(id, trials, fewer ? SearchResult.End.ALL_TRIED : SearchResult.End.DONE);
    }

    private static SearchResult result(String id, List<Trial> trials, SearchResult.End end) {
        return new SearchResult(id, trials, SearchResult.best(trials), end);
    }

    /** What is wrong with every trial of the first draws is wrong with the data or the plan. */
    private static void refuseIfNoneWorked(List<Trial> trials) {
        if (trials.stream().allMatch(t -> t.problem().isPresent())) trials.getFirst().problem().ifPresent(p -> {
            throw p.asException();
        });
    }

    /** Empty for those that were not begun, as the minutes were over. */
    private List<Optional<Trial>> together(List<Draw> draws) {
        var results = new ArrayList<Optional<Trial>>(Collections.nCopies(draws.size(), Optional.empty()));
        new Workers(Math.max(1, Math.min(parallel, draws.size()))).each(draws.size(), 1, (_, _) -> progress.check(), () -> "", (_, from, to) -> {
            for (int i = from; i < to; i++) {
                if (!over() || runner.isKnown(draws.get(i))) results.set(i, Optional.of(one(draws.get(i))));
            }
        });
        if (parallel > 1) IntStream.range(0, draws.size()).filter(i -> outOfMemory(results.get(i))).forEach(i -> results.set(i, Optional.of(one(draws.get(i)))));
        return results;
    }

    /** Beside others there was no room for it: it is tried once more by itself. */
    private static boolean outOfMemory(Optional<Trial> trial) {
        return trial.flatMap(Trial::problem).map(Problem::key).filter(OUT_OF_MEMORY::equals).isPresent();
    }

    private boolean over() {
        return plan.minutes() > 0 && minutes() >= plan.minutes();
    }

    private double minutes() {
        return (System.nanoTime() - began) / 60e9;
    }

    private Trial one(Draw draw) {
        progress.check();
        Trial trial = runner.run(draw, (done, total) -> {
            if (done < 0) progress.check();
            else at(draw, total <= 0 ? 0 : Math.min(1, (double) done / total));
        });
        synchronized (this) {
            running[draw.number()] = 0;
            ended++;
            listener.accept(trial);
        }
        return trial;
    }

    private synchronized void at(Draw draw, double part) {
        running[draw.number()] = part;
        double byTrials = (ended + Arrays.stream(running).sum()) / sampler.total(), byTime = plan.minutes() > 0 ? minutes() / plan.minutes() : 0;
        progress.at(Math.round(PARTS * Math.min(1, Math.max(byTrials, byTime))), PARTS);
    }
}
