package shelfwise.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommender;

/**
 * What is kept of a row's evidence.
 *
 * @param items the history items that contributed most; of a model inside the model its own, by its share
 * @param notes what is neither item nor customer: message keys and their arguments
 */
record RowReasons(List<Evidence.Part> items, List<List<String>> notes) {
    static final RowReasons NONE = new RowReasons(List.of(), List.of());
    private static final int NOTES = 4;

    /** For several items and one history. */
    static List<RowReasons> of(Recommender model, History history, int[] items) {
        List<Evidence> found = model.evidence(history, items);
        List<List<Evidence>> inside = new ArrayList<>();
        boolean models = found.stream().flatMap(e -> e.parts().stream()).anyMatch(p -> p.kind() == Evidence.Kind.MODEL);
        if (models) for (Recommender component : model.components()) inside.add(component.evidence(history, items));
        var reasons = new ArrayList<RowReasons>();
        for (int k = 0; k < items.length; k++) reasons.add(of(found.get(k), inside, k));
        return reasons;
    }

    private static RowReasons of(Evidence evidence, List<List<Evidence>> inside, int row) {
        Map<Integer, Evidence.Part> items = new LinkedHashMap<>();
        var notes = new ArrayList<List<String>>();
        for (Evidence.Part p : evidence.parts()) {
            if (!p.words().isEmpty() && notes.size() < NOTES) notes.add(p.words());
            if (p.kind() == Evidence.Kind.ITEM && p.share() > 0) add(items, p, 1);
            if (p.kind() != Evidence.Kind.MODEL || p.share() == 0) continue;
            for (Evidence.Part q : inside.get(p.number()).get(row).parts()) if (q.kind() == Evidence.Kind.ITEM && q.share() > 0) add(items, q, p.share());
        }
        var most = new ArrayList<>(items.values());
        most.sort(Comparator.comparingDouble(Evidence.Part::share).reversed()); // stable: as they came where equal
        return new RowReasons(most.subList(0, Math.min(SnapshotBuilder.REASONS, most.size())), notes);
    }

    /** An item that several models name is told once, with the shares added up. */
    private static void add(Map<Integer, Evidence.Part> items, Evidence.Part p, double of) {
        Evidence.Part known = items.get(p.number());
        double share = p.share() * of + (known == null ? 0 : known.share());
        items.put(p.number(), new Evidence.Part(p.kind(), p.number(), p.contribution(), share, p.similarity(), p.support(), p.terms()));
    }
}
