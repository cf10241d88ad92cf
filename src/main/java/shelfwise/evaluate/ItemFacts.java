package shelfwise.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Ids;
import shelfwise.data.Role;
import shelfwise.data.Vectors;

/**
 * What the metrics beyond accuracy know of the items, as far as it was linked.
 *
 * @param categories of a catalogue that has some
 * @param price      by item, NaN where it is not known; of a catalogue that has prices
 * @param margin     by item, of the catalogue's column that is named in the settings
 * @param directions items x dimensions: vectors of length 1, NaN where there is none
 */
record ItemFacts(Optional<ItemCategories> categories, Optional<double[]> price, Optional<double[]> margin, Optional<float[][]> directions) {
    static final ItemFacts NONE = new ItemFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws shelfwise.base.ProblemException if catalogue or vectors are of other items, or there is no such column of numbers */
    static ItemFacts of(Ids items, Optional<Catalogue> catalogue, Optional<Vectors> vectors, String marginColumn, String node) {
        catalogue.ifPresent(c -> refuseOthers(items, c.items(), "evaluate.catalogue-of-others", node));
        vectors.ifPresent(v -> refuseOthers(items, v.ids(), "evaluate.vectors-of-others", node));
        if (!marginColumn.isBlank() && catalogue.isEmpty()) throw Problem.of("evaluate.margin-without-catalogue", node, marginColumn).asException();
        return new ItemFacts(catalogue.map(c -> ItemCategories.of(c, items)).filter(c -> !c.names().isEmpty()),
                catalogue.map(c -> inOrder(c, c.numbers(Role.PRICE), items)).filter(ItemFacts::known),
                catalogue.filter(_ -> !marginColumn.isBlank()).map(c -> inOrder(c, margins(c, marginColumn.strip(), node), items)), vectors.map(v -> directions(v, items)));
    }

    private static void refuseOthers(Ids items, Ids others, String problem, String node) {
        for (String id : others.all()) if (items.number(id) >= 0) return;
        throw Problem.of(problem, node).asException();
    }

    private static boolean known(double[] numbers) {
        return Arrays.stream(numbers).anyMatch(n -> !Double.isNaN(n));
    }

    private static double[] margins(Catalogue catalogue, String column, String node) {
        OptionalInt found = catalogue.attributes().schema().find(column);
        if (found.isEmpty() || catalogue.attributes().schema().field(found.getAsInt()).type() == ColumnType.TEXT) {
            throw Problem.of("evaluate.no-margin-column", node, column).asException();
        }
        double[] all = new double[catalogue.items().size()];
        int[] at = new int[1];
        catalogue.attributes().scan(new int[] {found.getAsInt()}, c -> {
            for (int i = 0; i < c.rows(); i++) all[at[0]++] = c.number(0, i);
        });
        return all;
    }

    private static double[] inOrder(Catalogue catalogue, double[] numbers, Ids items) {
        double[] all = new double[items.size()];
        for (int i = 0; i < all.length; i++) {
            int row = catalogue.items().number(items.id(i));
            all[i] = row < 0 ? Double.NaN : numbers[row];
        }
        return all;
    }

    private static float[][] directions(Vectors vectors, Ids items) {
        int d = vectors.dimensions();
        float[][] all = new float[items.size()][];
        for (int i = 0; i < all.length; i++) {
            int row = vectors.ids().number(items.id(i));
            double length = 0;
            for (int k = 0; row >= 0 && k < d; k++) length += (double) vectors.values()[row * d + k] * vectors.values()[row * d + k];
            all[i] = new float[length > 0 ? d : 0];
            for (int k = 0; k < all[i].length; k++) all[i][k] = (float) (vectors.values()[row * d + k] / Math.sqrt(length));
        }
        return all;
    }

    /** 1 − cosine, 0 to 2; NaN where an item has no vector. */
    static double distance(float[] direction, float[] other) {
        if (direction.length == 0 || other.length == 0) return Double.NaN;
        double dot = 0;
        for (int k = 0; k < direction.length; k++) dot += (double) direction[k] * other[k];
        return 1 - dot;
    }
}
