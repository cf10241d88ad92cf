package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Learning;
import shelfwise.data.LearningCurve;

/**
 * One measure of several trainings on one axis.
 *
 * @param validation whether on what was held back; the same for all lines, since the two are no comparison
 * @param lines      the training looked at first
 * @param without    names of trainings that did not measure it
 */
record Overlay(String metric, boolean validation, List<Line> lines, List<String> without) {
    /** @param slot number of its colour and dashes; the same for all measures */
    record Training(String name, int slot, LearningCurve curve) { }

    /** @param best the point of the iteration whose state was taken; empty where nothing was measured then */
    record Line(String name, int slot, List<Learning> points, Optional<Learning> best, Learning last) {
        Line {
            points = List.copyOf(points);
        }
    }

    Overlay {
        lines = List.copyOf(lines);
        without = List.copyOf(without);
    }

    /** One for each metric of what the first training learned: of what was held back if it looked at that, else of what it learned from. */
    static List<Overlay> of(List<Training> trainings) {
        LearningCurve first = trainings.getFirst().curve();
        return first.mainMetrics().stream().map(metric -> {
            boolean validation = !first.line(metric, true).isEmpty();
            var lines = new ArrayList<Line>();
            var without = new ArrayList<String>();
            for (Training t : trainings) {
                List<Learning> points = t.curve().line(metric, validation);
                if (points.isEmpty()) without.add(t.name());
                else lines.add(new Line(t.name(), t.slot(), points, points.stream().filter(p -> p.iteration() == t.curve().best()).findFirst(), points.getLast()));
            }
            return new Overlay(metric, validation, lines, without);
        }).toList();
    }
}
