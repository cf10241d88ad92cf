package shelfwise.bench;

import java.lang.ref.Reference;
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
import shelfwise.data.Portable;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

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

    /**
     * Told before anything ran and when all that comes in was there, and held at the fullest look into the step beyond what came in, with what
     * it made. What no one uses is collected at each look; the store keeps nothing meanwhile.
     */
    private void memory() {
        RunPlan plan = shop.runs().plan(pipeline, List.of(), Progress.NONE);
        System.out.printf(Locale.ROOT, "peak told %,d MB, not known of %s%n", plan.peak() >> 20, plan.unknown());
        RunResult all = shop.runs().run(pipeline, Progress.NONE, _ -> { }).result();
        System.out.printf("%-24s %12s %12s %12s %8s %8s%n", "step", "bound KB", "known KB", "held KB", "bound/", "known/");
        for (RunPlan.Planned step : plan.steps()) {
            if (step.kept() || step.off()) continue;
            var values = new HashMap<String, List<Portable>>();
            var volumes = new HashMap<String, List<Volume>>();
            for (Link l : pipeline.into(step.node())) {
                values.computeIfAbsent(l.toPort(), _ -> new ArrayList<>()).add(all.value(l.fromNode(), l.fromPort(), Portable.class).orElseThrow());
                volumes.computeIfAbsent(l.toPort(), _ -> new ArrayList<>()).add(all.volume(l.fromNode(), l.fromPort()).orElseThrow());
            }
            Node node = pipeline.node(step.node());
            long known = shop.operators().memory(node, new Volumes(volumes));
            held(node, values); // what is loaded and cached once is no part of it
            long held = Math.max(1, held(node, values)), bound = step.memory().orElse(0);
            System.out.printf(Locale.ROOT, "%-24s %,12d %,12d %,12d %8.1f %8.1f%n", step.node(), bound >> 10, known >> 10, held >> 10, (double) bound / held, (double) known / held);
        }
    }

    private long held(Node node, Map<String, List<Portable>> values) {
        long base = used();
        var most = new AtomicLong(base);
        var last = new AtomicLong(System.nanoTime());
        Progress sampling = (done, total) -> {
            long now = System.nanoTime(), seen = last.get();
            if (now - seen < SAMPLE_NANOS || !last.compareAndSet(seen, now)) return;
            most.accumulateAndGet(used(), Math::max);
            last.set(System.nanoTime());
        };
        Values made = run(shop.operators().operator(node), node.settings(), new Values(values), new Context(sampling, shop.assets()::read, node.id()));
        most.accumulateAndGet(used(), Math::max);
        Reference.reachabilityFence(made);
        return most.get() - base;
    }

    @SuppressWarnings("unchecked") // a node's settings are its operator's
    private static <S extends Record> Values run(Operator<S> operator, Record settings, Values in, Context context) {
        return operator.run((S) settings, in, context);
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
