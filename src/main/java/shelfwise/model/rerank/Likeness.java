package shelfwise.model.rerank;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Table;
import shelfwise.data.Vectors;
import shelfwise.model.Categories;
import shelfwise.model.Neighbour;
import shelfwise.model.Recommender;

/** How alike two items are, for variety: 1 for the same, 0 where nothing is known. */
sealed interface Likeness {
    /** For one thread. */
    Probe probe();

    Map<String, String> facts();

    Map<String, Table> parts();

    /** Of a kept model. */
    static Likeness of(Bundle b, Interactions training, Recommender base) {
        return switch (b.fact("likeness")) {
            case "category" -> new OfCategory(Categories.of(b));
            case "vectors" -> new OfVectors(Integer.parseInt(b.fact("likeness.dimensions")), b.floats("likeness.values"));
            case "customers" -> new OfCustomers(training.matrix().transpose());
            case "model" -> new OfModel(base);
            default -> throw new IllegalArgumentException(b.fact("likeness"));
        };
    }

    /** Likeness to one item at a time. */
    interface Probe {
        void from(int item);

        double to(int item);
    }

    /** 1 within a category. */
    record OfCategory(Categories categories) implements Likeness {
        @Override public Probe probe() {
            return new Probe() {
                private int category;

                @Override public void from(int item) {
                    category = categories.of()[item];
                }

                @Override public double to(int item) {
                    return category >= 0 && categories.of()[item] == category ? 1 : 0;
                }
            };
        }

        @Override public Map<String, String> facts() {
            return Map.of("likeness", "category");
        }

        @Override public Map<String, Table> parts() {
            return categories.parts();
        }
    }

    /** Cosine of the vectors, brought to the order of the items and to length 1; {@code values} has zeros for items without one. */
    record OfVectors(int dimensions, float[] values) implements Likeness {
        static OfVectors of(Ids items, Vectors vectors) {
            int d = vectors.dimensions();
            float[] values = new float[items.size() * d];
            for (int i = 0; i < items.size(); i++) {
                int row = vectors.ids().number(items.id(i));
                if (row < 0) continue;
                double squares = 0;
                for (int k = 0; k < d; k++) squares += (double) vectors.values()[row * d + k] * vectors.values()[row * d + k];
                for (int k = 0; squares > 0 && k < d; k++) values[i * d + k] = (float) (vectors.values()[row * d + k] / Math.sqrt(squares));
            }
            return new OfVectors(d, values);
        }

        @Override public Probe probe() {
            return new Probe() {
                private int at;

                @Override public void from(int item) {
                    at = item * dimensions;
                }

                @Override public double to(int item) {
                    double dot = 0;
                    for (int k = 0; k < dimensions; k++) dot += values[at + k] * values[item * dimensions + k];
                    return dot;
                }
            };
        }

        @Override public Map<String, String> facts() {
            return Map.of("likeness", "vectors", "likeness.dimensions", Integer.toString(dimensions));
        }

        @Override public Map<String, Table> parts() {
            return Map.of("likeness.values", Bundle.floats(values));
        }
    }

    /** Cosine of the sets of users: users of both / √(users of one · users of the other). */
    record OfCustomers(Sparse usersOfItems) implements Likeness {
        @Override public Probe probe() {
            return new Probe() {
                private final BitSet users = new BitSet(usersOfItems.columns());
                private int from;

                @Override public void from(int item) {
                    from = item;
                    users.clear();
                    for (int e = usersOfItems.start()[item]; e < usersOfItems.start()[item + 1]; e++) users.set(usersOfItems.column()[e]);
                }

                @Override public double to(int item) {
                    int common = 0;
                    for (int e = usersOfItems.start()[item]; e < usersOfItems.start()[item + 1]; e++) if (users.get(usersOfItems.column()[e])) common++;
                    return common == 0 ? 0 : common / Math.sqrt((double) usersOfItems.count(item) * usersOfItems.count(from));
                }
            };
        }

        @Override public Map<String, String> facts() {
            return Map.of("likeness", "customers");
        }

        @Override public Map<String, Table> parts() {
            return Map.of();
        }
    }

    /** What the base model calls similar, among its {@value #MOST} most similar items; 0 for the others. */
    record OfModel(Recommender model) implements Likeness {
        private static final int MOST = 200;

        @Override public Probe probe() {
            float[] near = new float[model.items().size()];
            return new Probe() {
                private List<Neighbour> found = List.of();

                @Override public void from(int item) {
                    for (Neighbour n : found) near[n.number()] = 0;
                    near[item] = 0;
                    found = model.similar(item, MOST);
                    for (Neighbour n : found) near[n.number()] = n.similarity();
                }

                @Override public double to(int item) {
                    return near[item];
                }
            };
        }

        @Override public Map<String, String> facts() {
            return Map.of("likeness", "model");
        }

        @Override public Map<String, Table> parts() {
            return Map.of();
        }
    }
}
