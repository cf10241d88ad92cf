package shelfwise.pipeline;

import java.util.List;
import java.util.Map;
import shelfwise.base.Hashing;

/**
 * What a node's outputs depend on, as a hash: operator, its version, settings, for a source or a step what it reads, for a model its name, and the
 * content of the inputs in order.
 */
final class CacheKey {
    private CacheKey() { }

    static String of(Node node, Step<?> step, SettingsForm form, Context context, Map<String, List<Kept>> inputs) {
        Operator<?> operator = step.operator();
        var hashing = new Hashing().add(operator.id()).add(operator.version()).add(form.toJson(node.settings()).toString());
        switch (operator) {
            case Operator.Source<?> _ -> hashing.add(step.fingerprint(context));
            case Operator.Fit<?> _ -> hashing.add(node.id());
            case Operator.Transform<?> _ -> {
                String files = step.fingerprint(context);
                if (!files.isEmpty()) hashing.add(files);
            }
        }
        for (Port port : operator.inputs()) {
            List<Kept> values = inputs.getOrDefault(port.name(), List.of());
            hashing.add(port.name()).add(values.size());
            for (Kept v : values) hashing.add(v.hash());
        }
        return hashing.hex();
    }

    static String ofPort(String nodeKey, Port port) {
        return new Hashing().add(nodeKey).add(port.name()).hex();
    }
}
