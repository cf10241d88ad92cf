package shelfwise.app;

import java.util.Arrays;
import java.util.Optional;
import shelfwise.data.Catalogue;
import shelfwise.data.Histories;
import shelfwise.data.Role;
import shelfwise.data.Sparse;
import shelfwise.inspect.Popularity;
import shelfwise.inspect.Similarities;
import shelfwise.model.History;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommender;

/** A model in memory with what is needed to show its lists. Never changes; for several threads. */
final class LoadedModel {
    final ModelRef ref;
    final Recommender model;
    final Recommendations recommendations;
    final Histories histories;
    final Popularity popularity;
    final Similarities items;
    /** Users x items it was trained on. */
    final Sparse matrix;
    private final String[] titles;
    private final String[] categories;
    private final double[] prices;

    LoadedModel(ModelRef ref, Recommender model, Optional<Catalogue> catalogue) {
        this.ref = ref;
        this.model = model;
        recommendations = new Recommendations(model);
        histories = model.training().histories();
        matrix = model.training().matrix();
        popularity = Popularity.of(matrix);
        items = Similarities.ofItems(matrix);
        titles = catalogue.map(c -> byModel(c, c.texts(Role.TITLE))).orElseGet(() -> blank(model));
        categories = catalogue.map(c -> byModel(c, c.texts(Role.CATEGORY))).orElseGet(() -> blank(model));
        prices = catalogue.map(this::pricesOf).orElseGet(() -> {
            double[] none = new double[model.items().size()];
            Arrays.fill(none, Double.NaN);
            return none;
        });
    }

    private String[] byModel(Catalogue catalogue, String[] texts) {
        String[] all = blank(model);
        for (int i = 0; i < all.length; i++) {
            int row = catalogue.items().number(model.items().id(i));
            if (row >= 0) all[i] = texts[row];
        }
        return all;
    }

    private static String[] blank(Recommender model) {
        String[] all = new String[model.items().size()];
        Arrays.fill(all, "");
        return all;
    }

    private double[] pricesOf(Catalogue catalogue) {
        double[] known = catalogue.numbers(Role.PRICE), all = new double[model.items().size()];
        for (int i = 0; i < all.length; i++) {
            int row = catalogue.items().number(model.items().id(i));
            all[i] = row < 0 ? Double.NaN : known[row];
        }
        return all;
    }

    ItemCard card(int item) {
        return new ItemCard(item, model.items().id(item), titles[item], categories[item], prices[item], popularity.users()[item], popularity.percentile()[item]);
    }

    /** Whether the item's id or title holds {@code words} (lower case). */
    boolean matches(int item, String words) {
        return model.items().id(item).toLowerCase(java.util.Locale.ROOT).contains(words) || titles[item].toLowerCase(java.util.Locale.ROOT).contains(words);
    }

    History history(int user) {
        return History.of(model.training(), histories, user);
    }
}
