package shelfwise.model.torch;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Workers;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.PortType;
import shelfwise.pipeline.SettingsForm;
import shelfwise.pipeline.Values;

/** What all operators share that train a network: what was given, how it goes on, and what is made of it. */
abstract class NeuralFit<S extends Record> implements Operator.Fit<S> {
    private static final String EARLIER = "earlier", STOP_AT = "stopAt";

    /** How the network is trained. */
    abstract Plan plan(S settings);

    /** Sizes that the reader needs, as facts. */
    abstract Map<String, String> shape(S settings, Given given);

    abstract Lesson lesson(S settings, NDManager manager, Given given, SplittableRandom random);

    abstract Reader reader(Map<String, String> shape, Map<String, float[]> learned);

    /** @throws shelfwise.base.ProblemException if the settings do not go together, or with what is to be learned from */
    void check(S settings, Split split, String node) { }

    /** Which items can be told of. */
    boolean[] known(boolean[] taught, @Nullable ItemText text) {
        boolean[] known = taught.clone();
        if (text != null) for (int i = 0; i < known.length; i++) known[i] |= text.known()[i];
        return known;
    }

    /** Whether a training may go on from an earlier model. */
    boolean goesOn() {
        return false;
    }

    /** What is known of users apart from their events; null for nothing. */
    @Nullable Customers customers(S settings, Values in, Split split, Context context) {
        return null;
    }

    /** The split that is learned from. */
    Split taughtFrom(Split split, @Nullable ItemText text, String node) {
        return split;
    }

    /**
     * What is known before training.
     *
     * @param split  that is learned from
     * @param taught which items have training events
     * @param known  which items can be told of
     * @param text   of the items; null for none
     * @param users  what is known of users; null for nothing
     */
    record Given(Split split, boolean[] taught, boolean[] known, @Nullable ItemText text, @Nullable Customers users) { }

    @Override public int version() {
        return 1;
    }

    @Override public List<Port> inputs() {
        Port split = Port.one("split", PortType.SPLIT), vectors = new Port("vectors", PortType.VECTORS, true, true);
        return goesOn() ? List.of(split, vectors, Port.maybe(EARLIER, PortType.MODEL)) : List.of(split, vectors);
    }

    @Override public List<Port> outputs() {
        return List.of(Port.one("model", PortType.MODEL));
    }

    @Override public Values run(S settings, Values in, Context context) {
        Split whole = in.one("split", Split.class);
        check(settings, whole, context.node());
        if (whole.train().size() == 0) throw Problem.of("model.no-events", context.node()).asException();
        List<Vectors> vectors = in.all("vectors", Vectors.class);
        ItemText text = vectors.isEmpty() ? null : ItemText.of(whole.train().items(), vectors);
        Split split = taughtFrom(whole, text, context.node());
        boolean[] taught = taught(split.train());
        var given = new Given(split, taught, known(taught, text), text, customers(settings, in, split, context));
        Optional<Model> before = goesOn() ? in.find(EARLIER, Model.class) : Optional.empty();
        Optional<Earlier> earlier = before.map(m -> Earlier.of(m, id(), shape(settings, given), whole.train().items(), given.users(), context.node()));
        var around = new Training.Around(context.node(), Workers.all(), context.progress().part(0, 0.9), new Checkpoints(context.memo(), key(settings, in)));
        Training.Learned learned = Training.learn(plan(settings), (manager, random) -> {
            Lesson lesson = lesson(settings, manager, given, random);
            earlier.ifPresent(lesson.learned()::begin);
            return lesson;
        }, around);
        var kept = new NeuralModel.Learned(id(), shape(settings, given), learned.arrays(), given.known(), given.users(), learned.curve());
        return Values.of("model", NeuralModel.made(context.node(), whole.train(), kept, reader(kept.shape(), kept.learned()), Workers.all(), context.progress().part(0.9, 1)));
    }

    /** Of all that a training depends on but where it stops: one that is to end where it was cancelled finds what was kept then. */
    private String key(S settings, Values in) {
        Hashing hashing = new Hashing().add(id()).add(version()).add(settings.toString().replace(", " + STOP_AT + "=" + plan(settings).stopAt(), "")).add(in.one("split", Split.class).hash());
        in.all("vectors", Vectors.class).forEach(v -> hashing.add(v.hash()));
        for (Port port : inputs()) {
            if (port.optional() && !port.many()) in.find(port.name(), Portable.class).ifPresent(given -> hashing.add(port.name()).add(given.hash()));
        }
        return hashing.hex();
    }

    @Override public final Optional<Record> endingAfter(S settings, int round) {
        return Optional.of(SettingsForm.of(this).with(settings, STOP_AT, round));
    }

    private static boolean[] taught(Interactions training) {
        boolean[] taught = new boolean[training.items().size()];
        for (int i : training.item()) taught[i] = true;
        return taught;
    }

    @Override public final Model restore(Bundle bundle, Restorer others) {
        return NeuralModel.of(id(), bundle, this::reader);
    }

    static int number(Map<String, String> shape, String name) {
        return Integer.parseInt(shape.get(name));
    }
}
