package shelfwise.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/** How long a view lives: what it listens to at longer-lived models ends with it. */
public final class Lifetime {
    private final List<Subscription> kept = new ArrayList<>();

    void add(Subscription subscription) {
        kept.add(subscription);
    }

    void end() {
        kept.forEach(Subscription::unsubscribe);
        kept.clear();
    }
}
