package shelfwise.model.encoder;

import java.util.List;
import java.util.Map;
import shelfwise.pipeline.Bound;
import shelfwise.pipeline.Bounds;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.Volumes;

/** What operators share that make a vector of what a catalogue tells of each item. */
abstract class EncodeCatalogue<S extends Record> implements Operator.Transform<S> {
    private final int longest;

    /** @param longest vectors of usual networks, for what is told before a run */
    EncodeCatalogue(int longest) {
        this.longest = longest;
    }

    @Override public final List<Port> inputs() {
        return List.of(Port.one("catalogue", PortType.CATALOGUE));
    }

    @Override public final List<Port> outputs() {
        return List.of(Port.one("vectors", PortType.VECTORS));
    }

    /** What is encoded, a vector of each, and those of a parcel; the network has memory of its own. */
    @Override public final long memory(S settings, Volumes in) {
        return 2 * in.at("catalogue").bytes() + 3L * Float.BYTES * longest * in.at("catalogue").items();
    }

    @Override public final Map<String, Bound> most(S settings, Bounds in) {
        return in.at("catalogue").map(c -> Map.of("vectors", Bound.ofVectors(c.most().items(), longest))).orElse(Map.of());
    }
}
