package shelfwise.bench;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.data.Portable;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Forecast;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Values;
import shelfwise.pipeline.Volume;
import shelfwise.pipeline.Volumes;

/**
 * How much memory is told of each step of {@link EveryStep} before a run and how much is held in it. Not a benchmark of JMH, for each step has to
 * be met many times by itself. Arguments: the folder of a {@link BigShop}, made if it is not there; copies of the orders; {@code tables} or
 * {@code models}; steps, all if none. How long a cancel takes is told by {@link CancelFigures}.
 */
public final class StepFigures {
    private static final long SAMPLE_NANOS = 150_000_000;
    private final Workspace shop;
    private final Pipeline pipeline;

    private StepFigures(Workspace shop, Pipeline pipeline) {
        this.shop = shop;
        this.pipeline = pipeline;
    }

    public static void main(String[] args) {
        try (Workspace shop = BigShop.at(Path.of(args[0]), Integer.parseInt(args[1]))) {
            String lines = args[2].equals("tables") ? EveryStep.TABLES : EveryStep.MODELS;
            new StepFigures(shop, EveryStep.pipeline(shop.operators(), args[2], lines)).memory(Set.copyOf(List.of(args).subList(3, args.length)));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /**
     * Told as if nothing ever ran and when all that comes in was there, and held at the fullest look into the step beyond what came in, with what
     * it made. What no one uses is collected at each look; the store keeps nothing meanwhile.
     */
    private void memory(Set<String> wanted) {
        List<String> steps = pipeline.order().stream().map(Node::id).filter(id -> wanted.isEmpty() || wanted.contains(id)).toList();
        var forecast = new Preflight(shop.operators(), shop.assets()::read).forecast(pipeline, steps, Forecast.Kept.NOTHING, Progress.NONE);
        System.out.printf("%-20s %12s %12s %12s %8s %8s%n", "step", "bound KB", "known KB", "held KB", "bound/", "known/");
        for (String step : steps) {
            try {
                row(pipeline.node(step), forecast.steps().get(step));
            } catch (RuntimeException e) { // one that can't run says so and leaves the others their figures
                System.out.printf("%-20s %s%n", step, e);
            }
        }
    }

    private void row(Node node, Forecast.Step told) {
        List<String> before = pipeline.into(node.id()).stream().map(Link::fromNode).distinct().toList();
        if (before.isEmpty()) return; // of a source nothing is reckoned
        RunResult all = shop.runs().runTo(pipeline, before, Progress.NONE, _ -> { }).result();
        var values = new HashMap<String, List<Portable>>();
        var volumes = new HashMap<String, List<Volume>>();
        for (Link l : pipeline.into(node.id())) {
            values.computeIfAbsent(l.toPort(), _ -> new ArrayList<>()).add(all.value(l.fromNode(), l.fromPort(), Portable.class).orElseThrow());
            volumes.computeIfAbsent(l.toPort(), _ -> new ArrayList<>()).add(all.volume(l.fromNode(), l.fromPort()).orElseThrow());
        }
        long known = shop.operators().memory(node, new Volumes(volumes)), bound = told == null ? 0 : told.memory().orElse(0);
        held(node, values); // what is loaded and cached once is no part of it
        long held = Math.max(1, held(node, values));
        System.out.printf(Locale.ROOT, "%-20s %,12d %,12d %,12d %8.1f %8.1f%n", node.id(), bound >> 10, known >> 10, held >> 10, (double) bound / held, (double) known / held);
    }

    private long held(Node node, Map<String, List<Portable>> values) {
        long base = used();
        var most = new AtomicLong(base);
        var last = new AtomicLong(System.nanoTime());
        Progress sampling = (_, _) -> {
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
}
