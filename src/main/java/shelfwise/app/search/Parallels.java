package shelfwise.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Checks;

/**
 * Trials over parallel axes (Inselberg 1985): an upright axis for each setting that is varied, one for the seconds and one for the score, and
 * for each trial a line that crosses each axis at its value.
 *
 * @param axes  in the order of the space, then the seconds where they are known, then the score
 * @param lines in the order of the trials given
 */
public record Parallels(List<Axis> axes, List<Line> lines) {
    /** What an axis shows. */
    public enum Kind { NUMBER, CHOICE, SECONDS, SCORE }

    /**
     * One axis, from its lower end, 0, to its upper end, 1.
     *
     * @param setting its name; blank for seconds and score
     * @param low     at the lower end; NaN for choices, and where no trial has a value
     * @param high    at the upper end
     * @param log     whether each doubling gets the same room
     * @param words   the choices, evenly spaced from the lower end; none for numbers
     */
    public record Axis(Kind kind, String setting, double low, double high, boolean log, List<String> words) {
        public Axis {
            words = List.copyOf(words);
        }

        /** Where a number stands, 0 to 1; the middle where all are the same, NaN for no number. */
        public double place(double value) {
            if (Double.isNaN(value) || Double.isNaN(low)) return Double.NaN;
            if (!(high > low)) return 0.5;
            return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        }

        /** Where a choice stands. */
        public double place(int choice) {
            return choice < 0 ? Double.NaN : (double) choice / (words.size() - 1);
        }
    }

    /**
     * A trial.
     *
     * @param places on each axis from the lower end, 0 to 1; NaN where it has no value, as the score of one that failed
     * @param full   whether it was tried at the highest cost of all, so that its score counts for the best
     */
    public record Line(Trial trial, List<Double> places, boolean full) {
        public Line {
            places = List.copyOf(places);
        }
    }

    public Parallels {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
        for (Line l : lines) Checks.that(l.places().size() == axes.size(), l.places().size() + " places on " + axes.size() + " axes");
    }

    /** The axes reach over what the space allows, and beyond it to trials outside of it; seconds and score over the trials there are. */
    public static Parallels of(Space space, List<Trial> trials) {
        var axes = new ArrayList<Axis>();
        for (Dimension d : space.dimensions()) {
            axes.add(switch (d) {
                case Dimension.Choices c -> new Axis(Kind.CHOICE, c.setting(), Double.NaN, Double.NaN, false, c.words());
                case Dimension.Range r -> over(Kind.NUMBER, r, trials, t -> number(t.settings().get(r.setting())));
            });
        }
        if (trials.stream().anyMatch(t -> !Double.isNaN(t.seconds()))) axes.add(over(Kind.SECONDS, null, trials, Trial::seconds));
        axes.add(over(Kind.SCORE, null, trials, Trial::score));
        double full = trials.stream().filter(t -> !Double.isNaN(t.score())).mapToDouble(Trial::share).max().orElse(1);
        return new Parallels(axes, trials.stream().map(t -> new Line(t, axes.stream().map(a -> place(a, t)).toList(), t.share() == full)).toList());
    }

    private static Axis over(Kind kind, Dimension.@Nullable Range range, List<Trial> trials, ToDoubleFunction<Trial> value) {
        double low = range == null ? Double.NaN : range.from(), high = range == null ? Double.NaN : range.to();
        for (Trial t : trials) {
            double v = value.applyAsDouble(t);
            if (Double.isNaN(v)) continue;
            low = Double.isNaN(low) ? v : Math.min(low, v);
            high = Double.isNaN(high) ? v : Math.max(high, v);
        }
        return new Axis(kind, range == null ? "" : range.setting(), low, high, range != null && range.log() && low > 0, List.of());
    }

    private static double place(Axis axis, Trial trial) {
        return switch (axis.kind()) {
            case SECONDS -> axis.place(trial.seconds());
            case SCORE -> axis.place(trial.score());
            case NUMBER -> axis.place(number(trial.settings().get(axis.setting())));
            case CHOICE -> axis.place(choice(axis, trial.settings().get(axis.setting())));
        };
    }

    /** Its place among the words; a number may be written otherwise than it was asked for. */
    private static int choice(Axis axis, @Nullable String text) {
        if (text == null) return -1;
        if (axis.words().contains(text)) return axis.words().indexOf(text);
        double number = number(text);
        for (int k = 0; k < axis.words().size(); k++) if (number(axis.words().get(k)) == number) return k;
        return -1;
    }

    static double number(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The line with the highest score among those tried at the highest cost; of equal ones the first. */
    public OptionalInt best() {
        int best = -1;
        for (int k = 0; k < lines.size(); k++) {
            double score = lines.get(k).trial().score();
            if (lines.get(k).full() && !Double.isNaN(score) && (best < 0 || score > lines.get(best).trial().score())) best = k;
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
