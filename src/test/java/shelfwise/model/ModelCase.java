package shelfwise.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Portable;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Split;
import shelfwise.data.TableBuilder;
import shelfwise.data.TableValue;
import shelfwise.data.TextCells;
import shelfwise.data.Vectors;
import shelfwise.model.factor.FitAls;
import shelfwise.model.knn.FitItemKnn;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.Port;
import shelfwise.pipeline.Values;

/** A model's operator with settings, and small random data that fill whatever ports it has. */
public record ModelCase<S extends Record>(Operator.Fit<S> operator, S setup) {
    static final int USERS = 40, ITEMS = 25;
    static final Interactions EVENTS = events();
    /** New items of some users, for early stopping and whatever else is learned from a validation part. */
    private static final Interactions LATER = Tiny.events(USERS, ITEMS, IntStream.range(0, 20).mapToObj(u -> new int[] {u, (u + 10 + u % 3) % (ITEMS - 1)}).toArray(int[][]::new));

    static <S extends Record> ModelCase<S> of(Operator.Fit<S> operator) {
        return new ModelCase<>(operator, operator.defaults());
    }

    Recommender model(Interactions training, Progress progress) {
        Map<String, List<? extends Portable>> in = new HashMap<>();
        Split split = new Split(training, LATER, EVENTS.pick(new int[0]), "random");
        Split others = training.size() > 0 ? split : new Split(EVENTS, LATER, EVENTS.pick(new int[0]), "random"); // so that the refusal is the operator's own
        for (Port port : operator.inputs()) {
            in.put(port.name(), switch (port.type()) { // an optional model is an earlier one of its own kind: WarmStartTest
                case SPLIT -> List.of(split);
                case CATALOGUE -> List.of(catalogue());
                case VECTORS -> List.of(vectors());
                case TABLE -> List.of(customers());
                case MODEL -> port.optional() ? List.of() : port.many() ? List.of(als(others), knn(others)) : List.of(als(others));
                default -> throw new IllegalStateException("no small data for " + port);
            });
        }
        Map<String, List<Portable>> values = new HashMap<>();
        in.forEach((name, all) -> values.put(name, List.copyOf(all)));
        return operator.run(setup, new Values(values), Tiny.context("node", progress)).one("model", Recommender.class);
    }

    Recommender model() {
        return model(EVENTS, Progress.NONE);
    }

    private static Recommender als(Split split) {
        var fit = new FitAls();
        return fit.run(fit.defaults(), Values.of("split", split), Tiny.context("als")).one("model", Recommender.class);
    }

    private static Recommender knn(Split split) {
        var fit = new FitItemKnn();
        return fit.run(fit.defaults(), Values.of("split", split), Tiny.context("knn")).one("model", Recommender.class);
    }

    private static Interactions events() {
        var random = new Random(11);
        int[][] pairs = IntStream.range(0, 300).mapToObj(_ -> {
            int user = random.nextInt(USERS - 1); // the last user and the last item have no events
            return new int[] {user, (user + random.nextInt(10)) % (ITEMS - 1)};
        }).toArray(int[][]::new);
        float[] weight = new float[pairs.length];
        for (int e = 0; e < weight.length; e++) weight[e] = 0.5f + random.nextInt(4);
        return Tiny.weighted(USERS, ITEMS, weight, pairs);
    }

    private static Catalogue catalogue() {
        String[] words = {"red", "blue", "mug", "glass", "lamp", "small", "old"};
        var random = new Random(2);
        String[] titles = IntStream.range(0, ITEMS).mapToObj(_ -> words[random.nextInt(7)] + " " + words[random.nextInt(7)]).toArray(String[]::new);
        String[] categories = IntStream.range(0, ITEMS).mapToObj(i -> words[2 + i % 3]).toArray(String[]::new);
        double[] prices = IntStream.range(0, ITEMS).mapToDouble(i -> 1 + i % 7).toArray();
        var schema = Schema.of(new Field("title", ColumnType.TEXT, Role.TITLE), new Field("group", ColumnType.TEXT, Role.CATEGORY),
                new Field("price", ColumnType.DECIMAL, Role.PRICE));
        return new Catalogue(Tiny.ids("i", ITEMS), TableBuilder.of(schema, TextCells.of(titles), TextCells.of(categories), new DoubleCells(prices)));
    }

    /** Of every third user nothing is known. */
    private static TableValue customers() {
        int[] known = IntStream.range(0, USERS).filter(u -> u % 3 > 0).toArray();
        var schema = Schema.of(new Field("id", ColumnType.TEXT, Role.USER), new Field("country", ColumnType.TEXT, Role.COUNTRY), new Field("age", ColumnType.DECIMAL, Role.FEATURE));
        return new TableValue(TableBuilder.of(schema, TextCells.of(IntStream.of(known).mapToObj(u -> "u" + u).toArray(String[]::new)),
                TextCells.of(IntStream.of(known).mapToObj(u -> u % 4 == 0 ? null : u % 2 == 0 ? "France" : "Spain").toArray(String[]::new)),
                new DoubleCells(IntStream.of(known).mapToDouble(u -> u % 5 == 0 ? Double.NaN : 20 + u).toArray())));
    }

    private static Vectors vectors() {
        var random = new Random(5);
        float[] values = new float[ITEMS * 4];
        for (int k = 0; k < values.length; k++) values[k] = (float) random.nextGaussian();
        return new Vectors(Tiny.ids("i", ITEMS), 4, values);
    }
}
