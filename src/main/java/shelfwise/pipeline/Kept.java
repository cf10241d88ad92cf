package shelfwise.pipeline;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
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

    Volume volume() {
        return Volume.of(port.type(), bundle);
    }

    /** The value, read from its parts and not held. @throws shelfwise.base.ProblemException if the parts can't be read */
    Portable read() {
        Portable known = held();
        return known != null ? known : restore(bundle);
    }

    Portable read(Progress progress) {
        Portable known = held();
        return known != null ? known : restore(WatchedTable.watch(bundle, progress));
    }

    /**
     * The value, made from its parts again if it was let go, and held until it is let go again.
     *
     * @param progress looked at while the parts are read
     * @throws shelfwise.base.ProblemException if the parts can't be read
     */
    synchronized Portable hold(Progress progress) {
        Portable known = value;
        return known != null ? known : (value = restore(WatchedTable.watch(bundle, progress)));
    }

    synchronized boolean isHeld() {
        return value != null;
    }

    private synchronized @Nullable Portable held() {
        return value;
    }

    synchronized void letGo() {
        value = null;
    }

    private Portable restore(Bundle parts) {
        try {
            if (port.type() == PortType.MODEL) return models.restore(operator.id(), parts);
            return port.type().restore().orElseThrow(() -> new IllegalStateException("no way to make " + port.type())).apply(parts);
        } catch (CancellationException e) { // an IllegalStateException, too
            throw e;
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            throw Problem.of("pipeline.broken-artefact", node).asException(e);
        }
    }
}
