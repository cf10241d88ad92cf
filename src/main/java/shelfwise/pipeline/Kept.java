package shelfwise.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Portable;

/** One output of a node during and after a run: what the store keeps of it, and the value itself while somebody still needs it. */
final class Kept {
    private final String node;
    private final Operator<?> operator;
    private final Operator.Restorer models;
    private final Port port;
    final String key;
    private final Bundle bundle;
    private @Nullable Portable value;

    Kept(String node, Operator<?> operator, Operator.Restorer models, Port port, String key, Bundle bundle, @Nullable Portable value) {
        this.node = node;
        this.operator = operator;
        this.models = models;
        this.port = port;
        this.key = key;
        this.bundle = bundle;
        this.value = value;
    }

    Port port() {
        return port;
    }

    String hash() {
        return bundle.hash();
    }

    long rows() {
        return Sizes.of(port.type(), bundle);
    }

    /** The value, made from its parts again if it was let go. @throws shelfwise.base.ProblemException if the parts can't be read */
    synchronized Portable value() {
        Portable known = value;
        return known != null ? known : (value = restore());
    }

    synchronized void letGo() {
        value = null;
    }

    private Portable restore() {
        try {
            if (port.type() == PortType.MODEL) return models.restore(operator.id(), bundle);
            return port.type().restore().orElseThrow(() -> new IllegalStateException("no way to make " + port.type())).apply(bundle);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            throw Problem.of("pipeline.broken-artefact", node).asException(e);
        }
    }

    static Optional<Kept> find(Optional<Bundle> bundle, String node, Operator<?> operator, Operator.Restorer models, Port port, String key) {
        return bundle.map(b -> new Kept(node, operator, models, port, key, b, null));
    }
}
