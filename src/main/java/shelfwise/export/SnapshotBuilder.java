package shelfwise.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import shelfwise.model.Workers;

/** Gathers the lists of several models, with their evidence, into one snapshot. Not for several threads. */
public final class SnapshotBuilder {
    /** History items told with each row. */
    public static final int REASONS = 3;
    /** Latest events of a user's history that are kept. */
    public static final int HISTORY = 30;
    private static final int BLOCK = 4;

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
        progress.check();
        Interactions training = model == null ? null : model.training();
        Histories events = training == null ? null : training.histories();
        Popularity popularity = training == null ? null : Popularity.of(training);
        History[] past = new History[of.users().size()];
        List<RowReasons> reasons = model == null || events == null ? List.of() : reasons(of, model, events, past, progress);
        for (int u = 0; u < of.users().size(); u++) {
            progress.check();
            String user = of.users().id(u);
            var rows = new ArrayList<Snapshot.Row>();
            var notes = new ArrayList<Snapshot.Note>();
            for (int r = of.start()[u]; r < of.start()[u + 1]; r++) {
                List<Snapshot.Why> why = model == null || reasons.isEmpty() ? List.of() : why(model, reasons.get(r).items(), popularity);
                rows.add(new Snapshot.Row(place(of.items().id(of.item()[r]), popularity, training), of.score()[r], of.fallback()[r], why));
                if (!reasons.isEmpty()) for (List<String> words : reasons.get(r).notes()) notes.add(new Snapshot.Note(rows.size(), words));
            }
            lists.add(new Snapshot.RankedList(of.model(), user, rows, notes));
            if (training != null) keepHistory(user, past[u], training, popularity);
        }
        return this;
    }

    /** For each row of the lists what contributed most; nothing where popularity filled up. Fills in the users' histories. */
    private static List<RowReasons> reasons(Lists of, Recommender model, Histories events, History[] past, Progress progress) {
        var reasons = new ArrayList<>(Collections.nCopies(of.item().length, RowReasons.NONE));
        Workers.all().each(past.length, BLOCK, progress, () -> reasons, (all, from, to) -> {
            for (int u = from; u < to; u++) {
                int number = model.training().users().number(of.users().id(u));
                past[u] = number < 0 ? new History(new int[0], new float[0]) : History.of(model.training(), events, number);
                int[] rows = IntStream.range(of.start()[u], of.start()[u + 1]).filter(r -> of.fallback()[r] == 0 && model.items().number(of.items().id(of.item()[r])) >= 0).toArray();
                int[] items = IntStream.of(rows).map(r -> model.items().number(of.items().id(of.item()[r]))).toArray();
                List<RowReasons> found = RowReasons.of(model, past[u], items);
                for (int k = 0; k < rows.length; k++) all.set(rows[k], found.get(k));
            }
        });
        return reasons;
    }

    private List<Snapshot.Why> why(Recommender model, List<Evidence.Part> parts, @Nullable Popularity popularity) {
        return parts.stream().map(p -> new Snapshot.Why(place(model.items().id(p.number()), popularity, model.training()), (float) p.share(),
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
