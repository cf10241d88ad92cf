package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The metrics once more, straight from their definitions, user by user with sets and sorted lists: slow, and written without a look at
 * what it checks.
 *
 * @param scores users x items, −∞ where the model is silent
 * @param seen   items known of each user, left out of the lists
 * @param wanted grade of each item to be found, by user
 */
record PlainMetrics(double[][] scores, List<Set<Integer>> seen, List<Map<Integer, Double>> wanted, List<Set<String>> categories, double[] price) {
    private int items() {
        return price.length;
    }

    private long owners(int item) {
        return seen.stream().filter(s -> s.contains(item)).count();
    }

    private List<Integer> candidates(int user) {
        return IntStream.range(0, items()).boxed().filter(i -> !seen.get(user).contains(i)).toList();
    }

    List<Integer> list(int user, int k) {
        return candidates(user).stream().filter(i -> scores[user][i] != Double.NEGATIVE_INFINITY)
                .sorted((a, b) -> scores[user][a] != scores[user][b] ? Double.compare(scores[user][b], scores[user][a]) : a - b).limit(k).toList();
    }

    private List<Integer> popular(int user, int k) {
        return candidates(user).stream().sorted((a, b) -> owners(a) != owners(b) ? Long.compare(owners(b), owners(a)) : a - b).limit(k).toList();
    }

    /** Mean of one metric over the users who look for an item that {@code in} accepts, with those items alone to be found. */
    double mean(String metric, int k, Predicate<Integer> in) {
        return IntStream.range(0, scores.length).filter(u -> wanted.get(u).keySet().stream().anyMatch(in)).mapToDouble(u -> {
            var mine = new TreeMap<>(wanted.get(u));
            mine.keySet().removeIf(i -> !in.test(i));
            return value(metric, u, k, mine);
        }).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    private double value(String metric, int user, int k, Map<Integer, Double> relevant) {
        List<Integer> list = list(user, k), hits = list.stream().filter(relevant::containsKey).toList();
        Set<Integer> beyond = new HashSet<>(list);
        popular(user, k).forEach(beyond::remove);
        double trained = seen.stream().filter(s -> !s.isEmpty()).count();
        return switch (metric) {
            case "hit-rate" -> hits.isEmpty() ? 0 : 1;
            case "recall" -> (double) hits.size() / relevant.size();
            case "precision" -> (double) hits.size() / k;
            case "f1" -> {
                double p = (double) hits.size() / k, r = (double) hits.size() / relevant.size();
                yield hits.isEmpty() ? 0 : 2 * p * r / (p + r);
            }
            case "ndcg" -> gain(list, user, k, relevant, _ -> 1.0);
            case "ndcg-linear" -> gain(list, user, k, relevant, g -> g);
            case "ndcg-exponential" -> gain(list, user, k, relevant, g -> Math.pow(2, g) - 1);
            case "map" -> hits.stream().mapToDouble(h -> list.subList(0, list.indexOf(h) + 1).stream().filter(relevant::containsKey).count() / (list.indexOf(h) + 1.0)).sum()
                    / Math.min(relevant.size(), k);
            case "mrr" -> hits.isEmpty() ? 0 : 1.0 / (list.indexOf(hits.getFirst()) + 1);
            case "auc" -> area(user, relevant.keySet());
            case "novelty" -> list.stream().mapToDouble(i -> -Math.log(Math.max(1, owners(i)) / trained) / Math.log(2)).average().orElse(Double.NaN);
            case "arp" -> list.stream().mapToDouble(this::owners).average().orElse(Double.NaN);
            case "unexpectedness" -> list.isEmpty() ? Double.NaN : (double) beyond.size() / list.size();
            case "serendipity" -> beyond.stream().filter(relevant::containsKey).count() / (double) k;
            case "diversity-categories" -> diversity(list);
            case "miscalibration" -> divergence(mix(seen.get(user)), mix(list));
            case "revenue" -> hits.stream().mapToDouble(i -> price[i]).filter(p -> !Double.isNaN(p)).sum();
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private double gain(List<Integer> list, int user, int k, Map<Integer, Double> relevant, java.util.function.UnaryOperator<Double> gain) {
        double sum = 0, best = 0;
        for (int p = 0; p < list.size(); p++) if (relevant.containsKey(list.get(p))) sum += gain.apply(relevant.get(list.get(p))) / log2(p + 2);
        List<Double> ideal = relevant.values().stream().map(gain).sorted((a, b) -> Double.compare(b, a)).limit(k).toList();
        for (int p = 0; p < ideal.size(); p++) best += ideal.get(p) / log2(p + 2);
        return sum / best;
    }

    private double area(int user, Set<Integer> relevant) {
        double won = 0, pairs = 0;
        for (int good : relevant) {
            for (int other : candidates(user)) {
                if (wanted.get(user).containsKey(other)) continue;
                pairs++;
                won += scores[user][good] > scores[user][other] ? 1 : scores[user][good] == scores[user][other] ? 0.5 : 0;
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    private double diversity(List<Integer> list) {
        var distances = new ArrayList<Double>();
        for (int a : list) {
            for (int b : list) {
                if (a >= b || categories.get(a).isEmpty() || categories.get(b).isEmpty()) continue;
                var all = new HashSet<>(categories.get(a));
                all.addAll(categories.get(b));
                var common = new HashSet<>(categories.get(a));
                common.retainAll(categories.get(b));
                distances.add(1 - (double) common.size() / all.size());
            }
        }
        return distances.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
    }

    private Map<String, Double> mix(Iterable<Integer> of) {
        var mix = new TreeMap<String, Double>();
        for (int i : of) for (String c : categories.get(i)) mix.merge(c, 1.0 / categories.get(i).size(), Double::sum);
        double sum = mix.values().stream().mapToDouble(d -> d).sum();
        mix.replaceAll((_, v) -> v / sum);
        return mix;
    }

    private static double divergence(Map<String, Double> p, Map<String, Double> q) {
        if (p.isEmpty() || q.isEmpty()) return Double.NaN;
        return p.entrySet().stream().mapToDouble(e -> e.getValue() * Math.log(e.getValue() / (0.99 * q.getOrDefault(e.getKey(), 0.0) + 0.01 * e.getValue()))).sum();
    }

    /** Over all measured users: coverage, gini (by all pairs of items) and entropy. */
    double exposure(String metric, int k) {
        double[] shown = new double[items()];
        for (int u = 0; u < scores.length; u++) if (!wanted.get(u).isEmpty()) for (int i : list(u, k)) shown[i]++;
        double sum = Arrays.stream(shown).sum();
        return switch (metric) {
            case "coverage" -> Arrays.stream(shown).filter(s -> s > 0).count() / (double) items();
            case "gini" -> {
                double apart = 0;
                for (double a : shown) for (double b : shown) apart += Math.abs(a - b);
                yield apart / (2 * items() * sum);
            }
            case "entropy" -> -Arrays.stream(shown).filter(s -> s > 0).map(s -> s / sum * log2(s / sum)).sum();
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
