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
import java.util.function.Consumer;
import shelfwise.app.Operators;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
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
 * {@link BigShop}, made if it is not there; copies of the orders; {@code tables}, {@code models} or {@code files} (import and profile); moments; steps, all if none.
 */
public final class CancelFigures {
    /** A run that goes on for longer is cancelled then. */
    private static final long LONGEST_MILLIS = Long.getLong("longest", 40_000);
    private static final long SHORT_MILLIS = 1_000, NANOS = 1_000_000;
    private final Forgetful store;
    private final Engine engine;
    private final int moments;
    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    private CancelFigures(Forgetful store, Engine engine, int moments) {
        this.store = store;
        this.engine = engine;
        this.moments = moments;
    }

    /** Work that can be cancelled. */
    private interface Work {
        void run(Progress progress);
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int moments = Integer.parseInt(args[3]);
        System.out.printf("%-20s %9s %10s %9s   %s%n", "step", "runs ms", "silent CPU", "worst ms", "each ms");
        try (Workspace shop = BigShop.at(folder, Integer.parseInt(args[1]))) {
            if (args[2].equals("files")) files(shop, folder, moments);
        }
        if (!args[2].equals("files")) steps(folder, args[2], moments, Set.copyOf(List.of(args).subList(4, args.length)));
    }

    private static void files(Workspace shop, Path folder, int moments) {
        int[] number = {0};
        measure("import", moments, _ -> { }, p -> shop.imports().importFile(folder.resolve("orders.csv"), ImportOptions.DETECT.withName("again-" + number[0]++), p));
        measure("profile", moments, _ -> { }, p -> shop.quality().again("orders", 1, p));
    }

    private static void steps(Path folder, String name, int moments, Set<String> steps) {
        OperatorCatalogue operators = Operators.catalogue();
        try (Project project = Project.open(folder)) {
            var store = new Forgetful(project.artefacts());
            var figures = new CancelFigures(store, new Engine(operators, store, project.assets()::read), moments);
            Pipeline pipeline = EveryStep.pipeline(operators, name, name.equals("tables") ? EveryStep.TABLES : EveryStep.MODELS);
            for (Node n : pipeline.order()) if (steps.isEmpty() || steps.contains(n.id())) figures.row(pipeline, n);
        }
    }

    private void row(Pipeline pipeline, Node node) {
        try {
            List<String> before = pipeline.into(node.id()).stream().map(Link::fromNode).distinct().toList();
            store.remember();
            if (!before.isEmpty()) check(engine.runTo(pipeline, before, Progress.NONE, _ -> { }).problems());
            measure(node.id(), moments, store::measure, p -> check(engine.runTo(pipeline, node.id(), p, _ -> { }).nodes().stream().filter(n -> n.end() instanceof NodeEvent.Failed).toList()));
        } catch (RuntimeException e) { // one that can't run says so and leaves the others their figures
            System.out.printf("%-20s %s%n", node.id(), e);
        }
    }

    private static void check(List<?> problems) {
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
    }

    /** @param before told before each run whether what is made is written */
    private static void measure(String name, int moments, Consumer<Boolean> before, Work work) {
        before.accept(false);
        Took whole = took(work, LONGEST_MILLIS);
        var each = new ArrayList<Long>();
        for (int k = 0; k < moments && whole.millis() >= SHORT_MILLIS; k++) {
            before.accept(true);
            each.add(took(work, 1 + RANDOM.nextLong(whole.millis())).late());
        }
        if (whole.late() > 0) each.add(whole.late());
        long worst = each.stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(Locale.ROOT, "%-20s %,9d %,10d %,9d   %s%n", name, whole.millis(), whole.silent(), worst, each);
        if (!whole.where().isEmpty()) System.out.println(whole.where());
    }

    /**
     * @param millis until it ended or was cancelled
     * @param late   from the cancel to its end; 0 where it ended before
     * @param silent the longest that a thread worked without a look
     */
    private record Took(long millis, long late, long silent, String where) { }

    private static Took took(Work work, long cancelAfterMillis) {
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
            boolean ended = runs(work, (done, total) -> {
                watched.at(done, total);
                if (cancelled.get()) throw new CancellationException();
            });
            canceller.interrupt();
            long now = System.nanoTime();
            return new Took(ended ? (now - began) / NANOS : cancelAfterMillis, at.get() == 0 ? 0 : (now - at.get()) / NANOS, silence.longestMillis(), silence.where());
        }
    }

    private static boolean runs(Work work, Progress progress) {
        try {
            work.run(progress);
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }
}
