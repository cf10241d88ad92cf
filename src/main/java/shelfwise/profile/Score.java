package shelfwise.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Quality from 0 to 100: 100 less the deductions.
 *
 * @param value      rounded to a whole number, never below 0
 * @param deductions one an alert, in the alerts' order
 */
public record Score(int value, List<Deduction> deductions) {
    /** @param alert id of the alert, which has the texts */
    public record Deduction(String alert, Optional<String> column, Severity severity, double points) { }

    public Score {
        deductions = List.copyOf(deductions);
    }

    /**
     * An alert costs a quarter of its weight (HIGH 16, MEDIUM 6, LOW 2) and the rest in proportion to the square root of its share, so that a
     * few bad rows cost little but are seen; alerts of one kind cost no more than twice the weight together.
     */
    static Score of(List<Alert> alerts) {
        var deductions = new ArrayList<Deduction>();
        var spent = new HashMap<String, Double>();
        double sum = 0;
        for (Alert a : alerts) {
            double weight = switch (a.severity()) {
                case HIGH -> 16;
                case MEDIUM -> 6;
                case LOW -> 2;
            };
            double before = spent.getOrDefault(a.id(), 0.0), asked = weight * (0.25 + 0.75 * Math.sqrt(a.share()));
            double points = Math.round(10 * Math.clamp(2 * weight - before, 0, asked)) / 10.0;
            spent.put(a.id(), before + points);
            sum += points;
            deductions.add(new Deduction(a.id(), a.column(), a.severity(), points));
        }
        return new Score((int) Math.round(Math.max(0, 100 - sum)), deductions);
    }
}
