package shelfwise.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import shelfwise.app.Operators;
import shelfwise.base.Progress;
import shelfwise.pipeline.Engine;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.store.Project;

/**
 * How long each step takes from a cancel to its return: by the longest that one of its threads works without a look, in processor time, over a
 * whole run, and by the clock at moments drawn by chance. What is read before it and kept after it is part of it. Arguments: the folder of a
 * {@link BigShop}, made if it is not there; copies of the orders; {@code tables} or {@code models}; moments; steps, all if none.
 */
public final class CancelFigures {
    /** A run that goes on for longer is cancelled then. */
    private static final long LONGEST_MILLIS = Long.getLong("longest", 40_000);
    private static final long SHORT_MILLIS = 1_000, NANOS = 1_000_000;
    private final OperatorCatalogue operators = Operators.catalogue();
    private final Forgetful store;
    private final Engine engine;
    private final int moments;
    private final SplittableRandom random = new SplittableRandom(1);

    private CancelFigures(Project project, int moments) {
        store = new Forgetful(project.artefacts());
        engine = new Engine(operators, store, project.assets()::read);
        this.moments = moments;
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        BigShop.at(folder, Integer.parseInt(args[1])).close();
        try (Project project = Project.open(folder)) {
            var figures = new CancelFigures(project, Integer.parseInt(args[3]));
            String lines = args[2].equals("tables") ? EveryStep.TABLES : EveryStep.MODELS;
            Pipeline pipeline = EveryStep.pipeline(figures.operators, args[2], lines);
            Set<String> steps = Set.copyOf(List.of(args).subList(4, args.length));
            System.out.printf("%-20s %9s %10s %9s   %s%n", "step", "runs ms", "silent CPU", "worst ms", "each ms");
            for (Node n : pipeline.order()) if (steps.isEmpty() || steps.contains(n.id())) figures.row(pipeline, n);
        }
    }

    private void row(Pipeline pipeline, Node node) {
        try {
            List<String> before = pipeline.into(node.id()).stream().map(Link::fromNode).distinct().toList();
            store.remember();
            if (!before.isEmpty()) check(engine.runTo(pipeline, before, Progress.NONE, _ -> { }).problems());
            measure(pipeline, node.id());
        } catch (RuntimeException e) { // one that can't run says so and leaves the others their figures
            System.out.printf("%-20s %s%n", node.id(), e);
        }
    }

    private static void check(List<?> problems) {
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
    }

    private void measure(Pipeline pipeline, String node) {
        store.measure(false);
        Took whole = took(pipeline, node, LONGEST_MILLIS);
        var each = new ArrayList<Long>();
        for (int k = 0; k < moments && whole.millis() >= SHORT_MILLIS; k++) {
            store.measure(true);
            each.add(took(pipeline, node, 1 + random.nextLong(whole.millis())).late());
        }
        if (whole.late() > 0) each.add(whole.late());
        long worst = each.stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(Locale.ROOT, "%-20s %,9d %,10d %,9d   %s%n", node, whole.millis(), whole.silent(), worst, each);
        if (!whole.where().isEmpty()) System.out.println(whole.where());
    }

    /**
     * @param millis until it ended or was cancelled
     * @param late   from the cancel to its end; 0 where it ended before
     * @param silent the longest that a thread worked without a look
     */
    private record Took(long millis, long late, long silent, String where) { }

    private Took took(Pipeline pipeline, String node, long cancelAfterMillis) {
        var at = new AtomicLong();
        var cancelled = new AtomicBoolean();
        Thread canceller = Thread.ofPlatform().daemon().unstarted(() -> {
            try {
                Thread.sleep(cancelAfterMillis);
                at.set(System.nanoTime());
                cancelled.set(true);
            } catch (InterruptedException e) { // the run ended first
                Thread.currentThread().interrupt();
            }
        });
        long began = System.nanoTime();
        canceller.start();
        try (var silence = new Silence()) {
            Progress watched = silence.progress();
            boolean ended = runs(pipeline, node, (done, total) -> {
                watched.at(done, total);
                if (cancelled.get()) throw new CancellationException();
            });
            canceller.interrupt();
            long now = System.nanoTime();
            return new Took(ended ? (now - began) / NANOS : cancelAfterMillis, at.get() == 0 ? 0 : (now - at.get()) / NANOS, silence.longestMillis(), silence.where());
        }
    }

    private boolean runs(Pipeline pipeline, String node, Progress progress) {
        try {
            check(engine.runTo(pipeline, node, progress, _ -> { }).nodes().stream().filter(n -> n.end() instanceof NodeEvent.Failed).toList());
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }
}
