package shelfwise.ui.pipelines.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.app.look.Product;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.RunResult;
import shelfwise.pipeline.Sweeping;

/** The models that the pipeline shown has made with its present settings: those of its steps, then the copies that its sweeps made of them. */
record TrainedModels(Shown shown, OperatorCatalogue operators) {
    /** A setting that a sweep changed, {@code node.setting} or a parameter, and to what. */
    record Swept(String setting, String value) { }

    /** @param node as drawn @param swept what a sweep set; none for the step as it is drawn */
    record Trained(Node node, List<Swept> swept, Product product) { }

    /** Each once: a copy with the settings drawn is the step's own. */
    List<Trained> all() {
        Pipeline now = shown.pipeline().get();
        if (now == null) return List.of();
        var found = new LinkedHashMap<String, Trained>();
        for (Node n : now.order()) {
            List<Port> outputs = operators.find(n.operator()).map(Operator::outputs).orElse(List.of());
            for (Port p : outputs) {
                if (p.type() != PortType.MODEL) continue;
                shown.result(n.id()).flatMap(r -> r.key(n.id(), p.name())).ifPresent(key -> put(found, n, List.of(), new Product(n.id(), p.name(), p.type(), n.operator(), key)));
            }
        }
        for (Node n : now.order()) {
            if (operators.readable(n).orElse(null) instanceof Sweeping sweeping) shown.result(n.id()).ifPresent(r -> copies(now, n, axes(sweeping, n), r, found));
        }
        return List.copyOf(found.values());
    }

    private static void put(Map<String, Trained> found, Node drawn, List<Swept> swept, Product product) {
        found.putIfAbsent(product.key(), new Trained(drawn, swept, product));
    }

    /** None where the sweep can't be read: then it made no copies either. */
    static List<Sweeping.Axis> axes(Sweeping sweeping, Node sweep) {
        try {
            return sweeping.axes(sweep.settings());
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private static void copies(Pipeline drawn, Node sweep, List<Sweeping.Axis> axes, RunResult result, Map<String, Trained> found) {
        List<List<String>> combinations = Sweeping.combinations(axes);
        for (RunResult.Copied c : result.copies()) {
            if (c.type() != PortType.MODEL || !c.sweep().equals(sweep.id())) continue;
            Sweeping.copy(c.node()).filter(k -> k.number() >= 1 && k.number() <= combinations.size()).ifPresent(k -> drawn.find(k.drawn())
                    .ifPresent(n -> put(found, n, swept(axes, combinations.get(k.number() - 1)), new Product(c.node(), c.port(), c.type(), n.operator(), c.key()))));
        }
    }

    private static List<Swept> swept(List<Sweeping.Axis> axes, List<String> values) {
        return IntStream.range(0, axes.size()).mapToObj(a -> new Swept(axes.get(a).setting(), values.get(a))).toList();
    }
}
