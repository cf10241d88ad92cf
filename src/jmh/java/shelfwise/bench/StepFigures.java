package shelfwise.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import shelfwise.app.Operators;
import shelfwise.app.RunPlan;
import shelfwise.app.Samples;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.NodeEvent;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Volume;

/**
 * Of every step of a pipeline, with all models there are: how much memory was told before the run and how much is held in it, and how long a
 * cancel takes at moments all over it, what is read before it and kept after it included. Not a benchmark of JMH, for each step has to be met
 * many times by itself. Arguments: the project's folder, its pipeline, what is asked ({@code memory} or {@code cancel}).
 */
public final class StepFigures {
    private static final int MOMENTS = 6;
    private static final long SAMPLE_NANOS = 150_000_000;
    private final Workspace shop;
    private final Pipeline pipeline;

    private StepFigures(Workspace shop, Pipeline pipeline) {
        this.shop = shop;
        this.pipeline = pipeline;
    }

    public static void main(String[] args) {
        try (Workspace shop = Workspace.open(Path.of(args[0]))) {
            Samples.importMissing(shop, Progress.NONE);
            var figures = new StepFigures(shop, everyModel(shop, shop.pipelines().read(args[1])));
            if (args[2].equals("memory")) figures.memory();
            else figures.cancel();
        }
    }

    private record From(String node, String port) { }

    /** With each model that is not there, on its split, catalogue, first models and vectors of its texts. */
    private static Pipeline everyModel(Workspace shop, Pipeline p) {
        Pipeline now = p;
        Map<PortType, From> first = new HashMap<>();
        for (Node n : p.order()) {
            for (Port out : shop.operators().operator(n).outputs()) first.putIfAbsent(out.type(), new From(n.id(), out.name()));
        }
        for (Operator<?> op : Operators.ALL) {
            if (!(op instanceof Operator.Fit<?>) && !op.id().startsWith("vectors.") || now.nodes().stream().anyMatch(n -> n.operator().equals(op.id()))) continue;
            String id = "every-" + op.id().replace('.', '-');
            now = now.add(new Node(id, op.id(), op.version(), op.defaults(), "", 0, 0));
            for (Port in : op.inputs()) {
                List<String> models = in.many() ? List.of("item-knn", "als") : List.of("als");
                if (in.type() == PortType.MODEL) for (String m : models) now = now.link(new Link(m, "model", id, in.name()));
                else if (first.get(in.type()) instanceof From from) now = now.link(new Link(from.node(), from.port(), id, in.name()));
            }
        }
        return now;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Told before anything ran, held while it runs beyond what was held before: what comes in is read from the store meanwhile, so that it is told with it. */
    private void memory() {
        RunPlan plan = shop.runs().plan(pipeline, List.of(), Progress.NONE);
        System.out.printf("peak told %,d MB, not known of %s%n%-24s %10s %10s %8s%n", plan.peak() >> 20, plan.unknown(), "step", "told KB", "held KB", "ratio");
        for (RunPlan.Planned step : plan.steps()) {
            if (step.kept() || step.off()) continue;
            shop.runs().plan(pipeline, List.of(step.node()), Progress.NONE);
            var before = before(step.node());
            if (!before.isEmpty()) shop.runs().runTo(pipeline, before, Progress.NONE, _ -> { });
            long base = used();
            var most = new AtomicLong(base);
            var last = new AtomicLong();
            Progress sampling = (done, total) -> {
                long now = System.nanoTime(), seen = last.get();
                if (now - seen < SAMPLE_NANOS || !last.compareAndSet(seen, now)) return;
                long held = used();
                most.accumulateAndGet(held, Math::max);
                last.set(System.nanoTime());
            };
            RunResult result = shop.runs().runTo(pipeline, step.node(), sampling, e -> {
                if (e instanceof NodeEvent.Done) most.accumulateAndGet(used(), Math::max);
            }).result();
            long told = step.memory().orElse(0) + in(plan, step.node()), held = most.get() - base;
            System.out.printf(Locale.ROOT, "%-24s %,10d %,10d %8.1f %s%n", step.node(), told >> 10, held >> 10, (double) told / Math.max(1, held),
                    result.node(step.node()).map(n -> n.end().getClass().getSimpleName()).orElse(""));
        }
    }

    private List<String> before(String node) {
        return pipeline.into(node).stream().map(Link::fromNode).distinct().toList();
    }

    /** The most bytes of what comes in and is held, as it was told. */
    private long in(RunPlan plan, String node) {
        long sum = 0;
        for (Link l : pipeline.into(node)) {
            boolean table = shop.operators().operator(pipeline.node(l.fromNode())).outputs().stream().anyMatch(p -> p.name().equals(l.fromPort()) && p.type() == PortType.TABLE);
            Volume most = plan.steps().stream().filter(s -> s.node().equals(l.fromNode())).findFirst().orElseThrow().most().get(l.fromPort());
            if (!table && most != null) sum += most.bytes();
        }
        return sum;
    }

    /** A step's copy under another name runs anew on what is kept: once to its end, then cancelled at moments all over that time. */
    private void cancel() {
        shop.runs().run(pipeline, Progress.NONE, _ -> { });
        System.out.printf("%-24s %10s %10s   %s%n", "step", "runs ms", "worst ms", "each ms");
        for (Node n : pipeline.order()) {
            long whole = timed(copy(n, 0), Long.MAX_VALUE);
            var each = new ArrayList<Long>();
            for (int k = 1; k <= MOMENTS; k++) each.add(timed(copy(n, k), Math.max(1, whole * (2L * k - 1) / (2L * MOMENTS))));
            System.out.printf("%-24s %,10d %,10d   %s%n", n.id(), whole, each.stream().mapToLong(Long::longValue).max().orElse(0), each);
        }
    }

    private record Copied(Pipeline pipeline, String node) { }

    private Copied copy(Node n, int number) {
        String id = "copy-" + number + "-" + n.id();
        Pipeline copied = pipeline.add(new Node(id, n.operator(), n.version(), n.settings(), "", 0, 0));
        for (Link l : pipeline.into(n.id())) copied = copied.link(new Link(l.fromNode(), l.fromPort(), id, l.toPort()));
        return new Copied(copied, id);
    }

    /** Milliseconds of the whole run, or from the cancel to its end; 0 where it ended before the cancel. */
    private long timed(Copied of, long cancelAfterMillis) {
        var cancelled = new AtomicBoolean();
        var at = new AtomicLong();
        Thread canceller = Thread.ofVirtual().unstarted(() -> {
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
        try {
            shop.runs().runTo(of.pipeline(), of.node(), (_, _) -> {
                if (cancelled.get()) throw new CancellationException();
            }, _ -> { });
            canceller.interrupt();
            return cancelAfterMillis == Long.MAX_VALUE ? (System.nanoTime() - began) / 1_000_000 : 0;
        } catch (CancellationException e) {
            return (System.nanoTime() - at.get()) / 1_000_000;
        }
    }
}
