package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.data.Metrics;
import shelfwise.data.Metrics.Comparison;

/**
 * What the tests of one metric say of the best model.
 *
 * @param best    the model with the best value, the yardstick too if it is that
 * @param surely  models that are worse for sure, in their order
 * @param maybe   models whose difference from the best may be chance
 * @param unproved models that are not better than the yardstick for sure, the best and the yardstick itself left out
 */
public record Verdict(String best, List<Comparison> surely, List<Comparison> maybe, List<String> unproved) {
    public Verdict {
        surely = List.copyOf(surely);
        maybe = List.copyOf(maybe);
        unproved = List.copyOf(unproved);
    }

    /**
     * @param rows  of all models in one metric
     * @param tests of all their pairs; each is turned so that the best comes first
     * @return empty where no value is better than another, or nothing was tested
     */
    public static Optional<Verdict> of(List<Metrics.Row> rows, List<Comparison> tests) {
        if (rows.isEmpty() || tests.isEmpty()) return Optional.empty();
        Better better = Better.of(rows.getFirst().metric());
        if (better == Better.NEITHER) return Optional.empty();
        Metrics.Row best = rows.getFirst();
        for (Metrics.Row r : rows) if (better.beats(r.value(), best.value()) || Double.isNaN(best.value())) best = r;
        var surely = new ArrayList<Comparison>();
        var maybe = new ArrayList<Comparison>();
        for (Comparison c : tests) {
            if (!c.first().equals(best.model()) && !c.second().equals(best.model())) continue;
            Comparison turned = c.first().equals(best.model()) ? c : turned(c);
            (c.sure() && better.beats(turned.difference(), 0) ? surely : maybe).add(turned);
        }
        return Optional.of(new Verdict(best.model(), surely, maybe, unproved(rows, tests, better, best.model())));
    }

    private static List<String> unproved(List<Metrics.Row> rows, List<Comparison> tests, Better better, String best) {
        var found = new ArrayList<String>();
        for (Comparison c : tests) {
            boolean first = Yardstick.of(c.first()).isPresent();
            if (!first && Yardstick.of(c.second()).isEmpty()) continue;
            String model = first ? c.second() : c.first();
            double ahead = first ? -c.difference() : c.difference();
            if (!model.equals(best) && !(c.sure() && better.beats(ahead, 0))) found.add(model);
        }
        return rows.stream().map(Metrics.Row::model).filter(found::contains).toList();
    }

    private static Comparison turned(Comparison c) {
        return new Comparison(c.second(), c.first(), c.metric(), c.k(), c.users(), -c.difference(), -c.high(), -c.low(), -c.effect(), c.t(), c.wilcoxon(), c.randomisation());
    }
}
