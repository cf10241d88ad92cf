package shelfwise.model.vectors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Neighbour;
import shelfwise.model.Parts;
import shelfwise.model.TopN;
import shelfwise.model.TrainedModel;

/** A model of items as vectors and of tastes that may age: histories come to the models below with their age in their weights. */
public abstract class SpaceModel extends TrainedModel {
    private final Space space;
    private final Taste taste;
    private volatile @Nullable Histories histories;

    protected SpaceModel(String name, Interactions training, Space space, Taste taste) {
        super(name, training);
        this.space = space;
        this.taste = taste;
    }

    protected final Space space() {
        return space;
    }

    protected final Taste taste() {
        return taste;
    }

    @Override public final void score(int user, float[] scores) {
        if (taste.ages()) score(history(user), scores);
        else super.score(user, scores);
    }

    private History history(int user) {
        Histories known = histories;
        if (known == null) histories = known = training().histories();
        return History.of(training(), known, user);
    }

    @Override public final void score(History history, float[] scores) {
        super.score(taste.aged(history), scores);
    }

    @Override public final Evidence evidence(History history, int item) {
        return super.evidence(taste.aged(history), item);
    }

    @Override public final List<Evidence> evidence(History history, int[] items) {
        return super.evidence(taste.aged(history), items);
    }

    /** By the cosine of the vectors; support is the number of users in common, 0 for items never sold. */
    @Override public final List<Neighbour> similar(int item, int n) {
        if (n <= 0 || !space.knows(item)) return List.of();
        float[] scores = new float[items().size()];
        space.cosines(item, scores);
        scores[item] = Float.NEGATIVE_INFINITY;
        var top = new TopN(Math.min(n, scores.length));
        var found = new ArrayList<Neighbour>();
        for (int p = 0, size = top.select(scores); p < size; p++) {
            found.add(new Neighbour(top.number(p), top.score(p), Parts.common(columns(), item, top.number(p))));
        }
        return found;
    }
}
