package shelfwise.ui.pipelines.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import shelfwise.app.look.LookService;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.PortFacts;
import shelfwise.app.look.Product;
import shelfwise.base.JobEvent;
import shelfwise.base.Jobs;
import shelfwise.base.Progress;
import shelfwise.data.Schema;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Preflight;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Sweeping;
import shelfwise.ui.JobBoard;

/** What the outputs of the pipeline shown hold: of the present settings if they ran, else of the run before. On the UI thread; it reads beside it. */
public final class LookViewModel {
    private final Shown shown;
    private final LookService service;
    private final OperatorCatalogue operators;
    private final Preflight preflight;
    private final JobBoard jobs;
    /** What was there before the settings were changed, by pipeline and output. */
    private final Map<String, Product> last = new HashMap<>();

    public LookViewModel(Shown shown, LookService service, OperatorCatalogue operators, Preflight preflight, JobBoard jobs) {
        this.shown = shown;
        this.service = service;
        this.operators = operators;
        this.preflight = preflight;
        this.jobs = jobs;
        shown.looks().subscribe(_ -> remember());
    }

    /** Results are forgotten once settings change: what they were is then what is stale. */
    private void remember() {
        Pipeline now = shown.pipeline().get();
        if (now == null) return;
        for (Node n : now.nodes()) for (Port p : outputs(n)) present(new PortRef(n.id(), p.name())).ifPresent(found -> last.put(key(now, n.id(), p.name()), found));
    }

    private static String key(Pipeline pipeline, String node, String port) {
        return pipeline.name() + "\n" + node + "\n" + port;
    }

    Shown shown() {
        return shown;
    }

    /** Empty if none is shown. */
    String pipelineName() {
        Pipeline now = shown.pipeline().get();
        return now == null ? "" : now.name();
    }

    Optional<Node> node(String id) {
        Pipeline now = shown.pipeline().get();
        return now == null ? Optional.empty() : now.find(id);
    }

    /** The outputs of a step; none if its operator is not known. */
    List<Port> outputs(Node node) {
        return operators.find(node.operator()).map(Operator::outputs).orElse(List.of());
    }

    Optional<Port> port(PortRef ref) {
        return node(ref.node()).flatMap(n -> outputs(n).stream().filter(p -> p.name().equals(ref.port())).findFirst());
    }

    /** The first output of a step. */
    Optional<PortRef> first(String node) {
        return node(node).flatMap(n -> outputs(n).stream().findFirst()).map(p -> new PortRef(node, p.name()));
    }

    /** What the step made with its present settings. */
    Optional<Product> present(PortRef ref) {
        Optional<RunResult> result = shown.result(ref.node());
        return port(ref).flatMap(port -> node(ref.node()).flatMap(node -> result.flatMap(r -> r.key(ref.node(), ref.port()))
                .map(key -> new Product(ref.node(), ref.port(), port.type(), node.operator(), key))));
    }

    /** The settings that a sweep changes; none where it can't be read. */
    List<Sweeping.Axis> axes(String sweep) {
        return node(sweep).flatMap(n -> operators.readable(n).filter(Sweeping.class::isInstance).map(o -> TrainedModels.axes((Sweeping) o, n))).orElse(List.of());
    }

    /** The models of the pipeline shown that are there for the present settings. */
    List<TrainedModels.Trained> trained() {
        return new TrainedModels(shown, operators).all();
    }

    /** A catalogue of the pipeline, for titles: that of the present settings, else the one before. */
    Optional<Product> catalogue() {
        Pipeline now = shown.pipeline().get();
        if (now == null) return Optional.empty();
        Product before = null;
        for (Node n : now.order()) {
            for (Port p : outputs(n)) {
                if (p.type() != PortType.CATALOGUE) continue;
                Optional<Product> present = present(new PortRef(n.id(), p.name()));
                if (present.isPresent()) return present;
                if (before == null) before = last.get(key(now, n.id(), p.name()));
            }
        }
        return Optional.ofNullable(before);
    }

    /** What comes in at an input of a step that takes {@code type}. */
    Optional<Product> into(String node, PortType type) {
        Pipeline now = shown.pipeline().get();
        if (now == null || now.find(node).isEmpty()) return Optional.empty();
        for (Link l : now.into(node)) {
            var from = new PortRef(l.fromNode(), l.fromPort());
            if (port(from).filter(p -> p.type() == type).isPresent()) return present(from);
        }
        return Optional.empty();
    }

    /** Looks at an output; {@code then} gets what was found, on the UI thread. Running the answer cancels. */
    Runnable look(PortRef ref, Consumer<PortLook> then, Consumer<Throwable> failed) {
        Pipeline now = shown.pipeline().get();
        Optional<Port> port = port(ref);
        if (now == null || port.isEmpty()) return () -> { };
        PortType type = port.get().type();
        Optional<Product> present = present(ref);
        @Nullable Product before = last.get(key(now, ref.node(), ref.port()));
        return quietly(_ -> read(now, ref, type, present, before), then, failed);
    }

    private PortLook read(Pipeline pipeline, PortRef ref, PortType type, Optional<Product> present, @Nullable Product before) {
        Optional<PortFacts> facts = present.flatMap(service::facts);
        if (facts.isPresent()) return new PortLook(ref, type, PortLook.Standing.PRESENT, present, facts, Optional.empty());
        Optional<Schema> expected = type == PortType.TABLE ? preflight.columns(pipeline, ref.node(), ref.port()) : Optional.empty();
        Optional<Product> stale = Optional.ofNullable(before).or(() -> service.earlier(pipeline.name(), ref.node(), ref.port(), type)).filter(p -> p.type() == type);
        Optional<PortFacts> old = stale.flatMap(service::facts);
        if (old.isPresent()) return new PortLook(ref, type, PortLook.Standing.STALE, stale, old, expected);
        return new PortLook(ref, type, PortLook.Standing.NONE, Optional.empty(), Optional.empty(), expected);
    }

    /** What is drawn of an output; {@code then} gets nothing if the store keeps it no longer. */
    Runnable content(Product product, Consumer<Optional<PortContent>> then, Consumer<Throwable> failed) {
        Optional<Product> catalogue = catalogue();
        return quietly(progress -> service.content(product, catalogue, progress), then, failed);
    }

    /** Asks the service something beside the UI thread. */
    <T> Runnable ask(Asked<T> question, Consumer<T> then, Consumer<Throwable> failed) {
        Optional<Product> catalogue = catalogue();
        return quietly(progress -> question.of(service, catalogue, progress), then, failed);
    }

    /** @param <T> the answer */
    @FunctionalInterface
    interface Asked<T> {
        T of(LookService service, Optional<Product> catalogue, Progress progress);
    }

    private <T> Runnable quietly(Jobs.Work<T> work, Consumer<T> then, Consumer<Throwable> failed) {
        return jobs.<T>quietly(work, event -> {
            if (event instanceof JobEvent.Done<T> done) then.accept(done.result());
            if (event instanceof JobEvent.Failed<T> bad) failed.accept(bad.cause());
        });
    }
}
