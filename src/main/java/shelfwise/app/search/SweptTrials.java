package shelfwise.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shelfwise.data.Metrics;

/**
 * The combinations that a sweep tried, as trials: what varied among them, and one metric as their score. How long each took is not known.
 *
 * @param space  the settings that have two values at least; numbers as ranges, all others as choices in the order of the sweep
 * @param trials the highest score first, of equal ones the earlier combination
 */
public record SweptTrials(Space space, List<Trial> trials) {
    /** Stands for the setting where several models were swept together. */
    public static final String MODEL = "model";

    public SweptTrials {
        trials = List.copyOf(trials);
    }

    /** @param rows of models with names such as {@code "knn neighbours=50, shrinkage=10"} @return empty where nothing varies */
    public static Optional<SweptTrials> of(List<Metrics.Row> rows, String metric, int k) {
        var values = new LinkedHashMap<String, Set<String>>();
        var trials = new ArrayList<Trial>();
        for (Metrics.Row r : rows) {
            if (!r.overall() || !r.metric().equals(metric) || r.k() != k || r.model().indexOf(' ') < 0) continue;
            var settings = settings(r.model());
            settings.forEach((name, value) -> values.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(value));
            trials.add(new Trial(trials.size() + 1, settings, 1, r.value(), Double.NaN, 0, Optional.empty(), false));
        }
        values.values().removeIf(v -> v.size() < 2);
        if (values.isEmpty()) return Optional.empty();
        trials.sort(Comparator.comparingDouble((Trial t) -> Double.isNaN(t.score()) ? Double.POSITIVE_INFINITY : -t.score()));
        return Optional.of(new SweptTrials(new Space(values.entrySet().stream().map(SweptTrials::dimension).toList()), trials));
    }

    private static LinkedHashMap<String, String> settings(String name) {
        var settings = new LinkedHashMap<String, String>();
        int space = name.indexOf(' ');
        settings.put(MODEL, name.substring(0, space)); // a value may hold a comma itself
        for (String part : name.substring(space + 1).split(", (?=[A-Za-z]\\w*=)")) {
            int equals = part.indexOf('=');
            if (equals > 0) settings.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return settings;
    }

    private static Dimension dimension(Map.Entry<String, Set<String>> values) {
        double[] numbers = values.getValue().stream().mapToDouble(Parallels::number).sorted().toArray();
        double low = numbers[0], high = numbers[numbers.length - 1];
        if (low < high && !Double.isNaN(high)) return new Dimension.Range(values.getKey(), low, high, false, false); // NaN is sorted last
        List<String> words = List.copyOf(values.getValue());
        return new Dimension.Choices(values.getKey(), List.copyOf(words), words);
    }
}
