package shelfwise.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Gathers what several threads tell and hands it over on one thread, as many at once as came while that was busy. */
final class Batches<E> {
    private final Executor thread;
    private final Consumer<List<E>> heard;
    private List<E> waiting = new ArrayList<>();

    Batches(Executor thread, Consumer<List<E>> heard) {
        this.thread = thread;
        this.heard = heard;
    }

    void tell(E event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) thread.execute(() -> heard.accept(take()));
    }

    private synchronized List<E> take() {
        List<E> taken = List.copyOf(waiting);
        waiting = new ArrayList<>();
        return taken;
    }
}
