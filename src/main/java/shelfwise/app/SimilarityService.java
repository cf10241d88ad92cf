package shelfwise.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Sparse;
import shelfwise.inspect.Measure;
import shelfwise.inspect.Seriation;
import shelfwise.inspect.SimilarityMatrix;

/** Similarity matrices of the items around a list. */
public final class SimilarityService {
    /** Latest items of a history that enter the matrix beside the list. */
    public static final int HISTORY = 100;

    /**
     * What a matrix is asked of.
     *
     * @param n       rows of the user's list
     * @param ordered whether like shall stand beside like; otherwise the list first, then the history
     */
    public record Question(String model, String user, int n, Measure measure, double shrinkage, boolean ordered) { }

    /**
     * @param matrix    in the order shown
     * @param items     the items of its rows
     * @param inList    which of them are on the list; the others are from the history
     * @param seriation how they were ordered, if they were
     */
    public record View(SimilarityMatrix matrix, List<ItemCard> items, List<Boolean> inList, Optional<Seriation> seriation) {
        public View {
            items = List.copyOf(items);
            inList = List.copyOf(inList);
        }
    }

    /**
     * Customers who have both of two items.
     *
     * @param all   how many there are
     * @param users ids of the first of them, in the model's order
     */
    public record Common(int all, List<String> users) {
        public Common {
            users = List.copyOf(users);
        }
    }

    private final ModelService models;
    private final ListService lists;

    SimilarityService(ModelService models, ListService lists) {
        this.models = models;
        this.lists = lists;
    }

    /** Items x items of a user's list and history, measured on what the model was trained on. */
    public View around(Question question, Progress progress) {
        LoadedModel loaded = models.load(question.model());
        var list = lists.forUser(question.model(), question.user(), question.n(), true, false);
        var onList = new LinkedHashSet<Integer>();
        list.rows().forEach(r -> onList.add(r.item().number()));
        var all = new LinkedHashSet<>(onList);
        list.history().stream().map(e -> e.item().number()).distinct().limit(HISTORY).forEach(all::add);
        int[] numbers = all.stream().mapToInt(Integer::intValue).toArray();
        SimilarityMatrix matrix = loaded.items.matrix(numbers, question.measure(), question.shrinkage(), progress);
        Optional<Seriation> seriation = question.ordered() ? Optional.of(Seriation.of(matrix)) : Optional.empty();
        SimilarityMatrix shown = seriation.map(s -> matrix.reorder(s.order())).orElse(matrix);
        return new View(shown, Arrays.stream(shown.number()).mapToObj(loaded::card).toList(), Arrays.stream(shown.number()).mapToObj(onList::contains).toList(), seriation);
    }

    /** Who has both items, by their ids; of one item twice, who has it. Cost: one search in each user's items. */
    public Common common(String model, String itemA, String itemB, int most) {
        LoadedModel loaded = models.load(model);
        int a = ListService.itemNumber(loaded, itemA), b = ListService.itemNumber(loaded, itemB);
        var rows = loaded.matrix;
        var users = new ArrayList<String>();
        int all = 0;
        for (int u = 0; u < rows.rows(); u++) {
            if (!has(rows, u, a) || !has(rows, u, b)) continue;
            if (all++ < most) users.add(loaded.model.users().id(u));
        }
        return new Common(all, users);
    }

    private static boolean has(Sparse rows, int row, int column) {
        return Arrays.binarySearch(rows.column(), rows.start()[row], rows.start()[row + 1], column) >= 0;
    }
}
