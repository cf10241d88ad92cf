package shelfwise.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.Histories;
import shelfwise.data.Interactions;
import shelfwise.data.Lists;
import shelfwise.data.Role;
import shelfwise.inspect.Popularity;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommender;

/** Gathers the lists of several models, with their evidence, into one snapshot. Not for several threads. */
public final class SnapshotBuilder {
    /** History items told with each row. */
    public static final int REASONS = 3;
    /** Latest events of a user's history that are kept. */
    public static final int HISTORY = 30;

    private final @Nullable Catalogue catalogue;
    private final String[] titles;
    private final String[] categories;
    private final Map<String, Integer> place = new HashMap<>();
    private final List<Snapshot.Item> items = new ArrayList<>();
    private final Map<String, Snapshot.PastEvents> histories = new LinkedHashMap<>();
    private final List<Snapshot.RankedList> lists = new ArrayList<>();

    public SnapshotBuilder(@Nullable Catalogue catalogue) {
        this.catalogue = catalogue;
        titles = catalogue == null ? new String[0] : catalogue.texts(Role.TITLE);
        categories = catalogue == null ? new String[0] : catalogue.texts(Role.CATEGORY);
    }

    /** Adds one model's lists; without the model ({@code null}) its rows have no evidence and its users no history. */
    public SnapshotBuilder add(Lists of, @Nullable Recommender model, Progress progress) {
        Interactions training = model == null ? null : model.training();
        Histories events = training == null ? null : training.histories();
        Popularity popularity = training == null ? null : Popularity.of(training);
        for (int u = 0; u < of.users().size(); u++) {
            progress.at(u, of.users().size());
            String user = of.users().id(u);
            int number = training == null ? -1 : training.users().number(user);
            History history = training == null || events == null || number < 0 ? new History(new int[0], new float[0]) : History.of(training, events, number);
            var rows = new ArrayList<Snapshot.Row>();
            for (int r = of.start()[u]; r < of.start()[u + 1]; r++) {
                String item = of.items().id(of.item()[r]);
                rows.add(new Snapshot.Row(place(item, popularity, training), of.score()[r], of.fallback()[r],
                        model == null || of.fallback()[r] != 0 ? List.of() : why(model, history, model.items().number(item), popularity)));
            }
            lists.add(new Snapshot.RankedList(of.model(), user, rows));
            if (training != null) keepHistory(user, history, training, popularity);
        }
        return this;
    }

    private List<Snapshot.Why> why(Recommender model, History history, int item, @Nullable Popularity popularity) {
        if (item < 0) return List.of();
        return model.evidence(history, item).parts().stream().filter(p -> p.kind() == Evidence.Kind.ITEM && p.share() > 0).limit(REASONS)
                .map(p -> new Snapshot.Why(place(model.items().id(p.number()), popularity, model.training()), (float) p.share(),
                        Double.isNaN(p.similarity()) ? 0 : (float) p.similarity(), p.support())).toList();
    }

    private void keepHistory(String user, History history, Interactions training, @Nullable Popularity popularity) {
        if (histories.containsKey(user)) return;
        var past = new ArrayList<Integer>();
        for (int k = Math.max(0, history.item().length - HISTORY); k < history.item().length; k++) past.add(place(training.items().id(history.item()[k]), popularity, training));
        histories.put(user, new Snapshot.PastEvents(user, past));
    }

    private int place(String item, @Nullable Popularity popularity, @Nullable Interactions training) {
        Integer known = place.get(item);
        if (known != null) return known;
        int row = catalogue == null ? -1 : catalogue.items().number(item);
        int trained = training == null ? -1 : training.items().number(item);
        items.add(new Snapshot.Item(item, row < 0 ? "" : titles[row], row < 0 ? "" : categories[row],
                popularity == null || trained < 0 ? 0 : popularity.percentile()[trained]));
        place.put(item, items.size() - 1);
        return items.size() - 1;
    }

    /** @param created ISO 8601 in UTC */
    public Snapshot build(String id, String created, Provenance provenance) {
        return new Snapshot(Snapshot.FORMAT, id, created, "", provenance, items, List.copyOf(histories.values()), lists);
    }
}
