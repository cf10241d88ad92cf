package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Subscription;

/** The states of the pipeline shown, whichever that is: who watches them goes on when another one is shown. */
final class ShownStates {
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private NodeStates now = new NodeStates();
    private Subscription following = Subscription.EMPTY;

    NodeStates now() {
        return now;
    }

    /** From now on these are asked; {@link #tell} says so to who watches. */
    void turn(NodeStates to) {
        following.unsubscribe();
        now = to;
        following = to.watch(this::changed, this::looked);
    }

    void tell() {
        changed("");
        looked();
    }

    private void changed(String node) {
        List.copyOf(watchers).forEach(w -> w.accept(node));
    }

    private void looked() {
        looks.set(looks.get() + 1);
    }

    /** Counts up whenever results came or went, and when another pipeline is shown. */
    ReadOnlyLongProperty looks() {
        return looks.getReadOnlyProperty();
    }

    /** @param changed gets the node whose state, or what was found of it, has changed; empty text for all */
    Subscription watch(Consumer<String> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
