package shelfwise.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Metrics;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.model.Tiny;

/** Every metric of small random evaluations against {@link PlainMetrics}. */
class RankingAgainstPlainTest {
    private static final int USERS = 30, ITEMS = 24;
    private static final List<String> BY_USER = List.of("hit-rate", "recall", "precision", "f1", "ndcg", "ndcg-linear", "ndcg-exponential", "map", "mrr", "novelty", "arp",
            "unexpectedness", "serendipity", "diversity-categories", "miscalibration", "revenue");

    private final List<Set<Integer>> seen = new ArrayList<>();
    private final List<Map<Integer, Double>> wanted = new ArrayList<>();
    private final List<Set<String>> categories = new ArrayList<>();
    private final float[][] scores = new float[USERS][ITEMS];
    private final double[] price = new double[ITEMS];

    private void draw(long seed) {
        var random = new Random(seed);
        for (List<?> list : List.of(seen, wanted, categories)) list.clear();
        for (int i = 0; i < ITEMS; i++) {
            var mine = new TreeSet<String>();
            for (String c : List.of("a", "b", "c")) if (random.nextInt(3) == 0) mine.add(c);
            categories.add(mine);
            price[i] = random.nextInt(6) == 0 ? Double.NaN : 1 + random.nextInt(90);
        }
        for (int u = 0; u < USERS; u++) {
            var known = new HashSet<Integer>();
            var looked = new TreeMap<Integer, Double>();
            int most = random.nextInt(4) == 0 ? 12 : 4;
            for (int e = random.nextInt(8); e > 0; e--) known.add((int) Math.min(ITEMS - 1, Math.abs(random.nextGaussian() * 8)));
            for (int e = random.nextInt(most); e > 0; e--) looked.put(random.nextInt(ITEMS), 1.0 + random.nextInt(5));
            looked.keySet().removeAll(known);
            seen.add(known);
            wanted.add(looked);
            for (int i = 0; i < ITEMS; i++) scores[u][i] = random.nextInt(5) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(12);
        }
        seen.getFirst().add(0);
        wanted.getFirst().remove(0);
        wanted.getFirst().put(5, 2.0);
        seen.getFirst().remove(5);
    }

    private Interactions events(List<? extends Map<Integer, Double>> of) {
        var pairs = new ArrayList<int[]>();
        for (int u = 0; u < USERS; u++) for (int i : of.get(u).keySet()) pairs.add(new int[] {u, i});
        float[] weight = new float[pairs.size()];
        for (int e = 0; e < weight.length; e++) weight[e] = of.get(pairs.get(e)[0]).get(pairs.get(e)[1]).floatValue();
        return Tiny.weighted(USERS, ITEMS, weight, pairs.toArray(int[][]::new));
    }

    private Metrics evaluate() {
        Interactions train = events(seen.stream().map(s -> {
            var ones = new TreeMap<Integer, Double>();
            s.forEach(i -> ones.put(i, 1.0));
            return ones;
        }).toList());
        var schema = Schema.of(new Field("kind", ColumnType.TEXT, Role.CATEGORY), new Field("price", ColumnType.DECIMAL, Role.PRICE));
        var table = TableBuilder.of(schema, TextCells.of(categories.stream().map(c -> String.join("|", c)).toArray(String[]::new)), new DoubleCells(price));
        var linked = new EvaluateRanking.Linked(Optional.of(new Catalogue(train.items(), table)), Optional.empty());
        return EvaluateRanking.evaluate(Tiny.split(train, events(wanted)), List.of(new FixedScores("m", train, scores)), linked,
                EvaluateRanking.Setup.of(List.of(1, 4, 10), true, 0, 1, EvaluateRanking.Part.TEST), Tiny.context("judge"));
    }

    private PlainMetrics plain() {
        double[][] wide = Arrays.stream(scores).map(row -> IntStream.range(0, ITEMS).mapToDouble(i -> row[i]).toArray()).toArray(double[][]::new);
        return new PlainMetrics(wide, seen, wanted, categories, price);
    }

    private static double value(Metrics found, String segment, String metric, int k) {
        return Objects.requireNonNull(found.find("m", segment, metric, k), metric + " " + segment).value();
    }

    @Test void everyMetricIsThatOfItsDefinition() {
        for (long seed = 0; seed < 12; seed++) {
            draw(seed);
            Metrics found = evaluate();
            for (int k : List.of(1, 4, 10)) {
                for (String metric : BY_USER) assertEquals(plain().mean(metric, k, _ -> true), value(found, Metrics.ALL, metric, k), 2e-6, metric + "@" + k + " seed " + seed);
                for (String metric : Exposure.METRICS) assertEquals(plain().exposure(metric, k), value(found, Metrics.ALL, metric, k), 1e-9, metric + "@" + k);
            }
            assertEquals(plain().mean("auc", ITEMS, _ -> true), value(found, Metrics.ALL, "auc", Metrics.NO_CUT), 1e-6, "auc, seed " + seed);
        }
    }

    @Test void segmentsOfItemsLookForTheirItemsAlone() {
        for (long seed = 20; seed < 26; seed++) {
            draw(seed);
            Metrics found = evaluate();
            for (String metric : List.of("hit-rate", "recall", "ndcg", "map", "mrr", "revenue")) {
                for (String c : List.of("a", "b", "c")) {
                    if (found.find("m", "category:" + c, metric, 4) == null) continue;
                    assertEquals(plain().mean(metric, 4, i -> categories.get(i).contains(c)), value(found, "category:" + c, metric, 4), 2e-6, metric + " of " + c);
                }
            }
            double third = Arrays.stream(price).filter(p -> !Double.isNaN(p)).sorted().toArray()[(int) (Arrays.stream(price).filter(p -> !Double.isNaN(p)).count() - 1) / 3];
            assertEquals(plain().mean("recall", 10, i -> price[i] <= third), value(found, "value:low", "recall", 10), 2e-6);
        }
    }

    @Test void withoutTheWholeRankingTheListsAreTheSame() {
        draw(5);
        Metrics whole = evaluate();
        Interactions train = events(seen.stream().map(s -> {
            var ones = new TreeMap<Integer, Double>();
            s.forEach(i -> ones.put(i, 1.0));
            return ones;
        }).toList());
        var plain = EvaluateRanking.Setup.plain(List.of(1, 4, 10), true, EvaluateRanking.Part.TEST);
        Metrics lists = EvaluateRanking.measure(Tiny.split(train, events(wanted)), new FixedScores("m", train, scores), plain, Tiny.context("judge"));
        for (Metrics.Row r : lists.rows()) assertEquals(value(whole, r.segment(), r.metric(), r.k()), r.value(), r.toString());
    }

    @Test void segmentsOfUsersPartTheMeasuredOnes() {
        draw(3);
        Metrics found = evaluate();
        int all = Objects.requireNonNull(found.find("m", "ndcg", 4)).users(), parts = 0;
        double sum = 0;
        for (String part : List.of("user:new", "user:warm", "user:loyal")) {
            Metrics.Row row = found.find("m", part, "ndcg", 4);
            if (row == null) continue;
            parts += row.users();
            sum += row.users() * row.value();
        }
        assertEquals(all, parts);
        assertEquals(value(found, Metrics.ALL, "ndcg", 4), sum / all, 1e-6);
        assertTrue(Objects.requireNonNull(found.find("m", "user:new", "ndcg", 4)).users() < all);
    }

    @Test void anAreaOverManyRelevantItemsIsThatOfAllPairs() {
        var random = new Random(8);
        for (int round = 0; round < 50; round++) {
            int n = 5 + random.nextInt(60), relevant = 1 + random.nextInt(n - 1);
            float[] all = new float[n];
            for (int i = 0; i < n; i++) all[i] = random.nextInt(6) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(10);
            int[] wantedItems = IntStream.range(0, n).filter(i -> i % Math.max(1, n / relevant) == 0).toArray();
            double won = 0, pairs = 0;
            for (int g : wantedItems) {
                for (int o = 0; o < n; o++) {
                    if (Arrays.binarySearch(wantedItems, o) >= 0) continue;
                    pairs++;
                    won += all[g] > all[o] ? 1 : all[g] == all[o] ? 0.5 : 0;
                }
            }
            double found = new Auc().of(all, n, wantedItems, 0, wantedItems.length);
            assertEquals(pairs == 0 ? Double.NaN : won / pairs, found, 1e-12, n + " items, " + wantedItems.length + " relevant");
        }
    }
}
