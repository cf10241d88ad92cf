package shelfwise.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import shelfwise.base.Learning;

/** What the curve of a training says that should be done, with its texts under {@link #key}. */
public enum LearningAdvice {
    /** The gradient was over 100 three times in a row. */
    EXPLODES,
    /** The gradient was below a millionth three times in a row. */
    VANISHES,
    /** What was held back has got worse by 2 % since its best while the loss went on falling. */
    OVERFITS,
    /** Over the last ten iterations the loss changed by less than a thousandth. */
    STALLS,
    /** The last iteration of all was the best one: more might be better still. */
    UNFINISHED;

    private static final int IN_A_ROW = 3, LONG = 10, SOME = 5;
    private static final double LARGE = 100, SMALL = 1e-6, WORSE = 0.02, SAME = 0.001;

    /** Of its words among the messages. */
    public String key() {
        return "learning.advice." + name().toLowerCase(Locale.ROOT);
    }

    /** Most important first; nothing of a curve that is too short to tell. */
    public static List<LearningAdvice> of(LearningCurve curve) {
        var advice = new ArrayList<LearningAdvice>();
        List<Learning> gradient = curve.line("gradient", false), loss = curve.line("loss", false), held = curve.line("ndcg", true);
        if (inARow(gradient, g -> g > LARGE)) advice.add(EXPLODES);
        if (inARow(gradient, g -> g < SMALL)) advice.add(VANISHES);
        if (overfits(loss, held)) advice.add(OVERFITS);
        if (loss.size() > LONG && Math.abs(loss.getLast().value() - loss.get(loss.size() - 1 - LONG).value()) < SAME * Math.abs(loss.getLast().value())) advice.add(STALLS);
        if (held.size() >= SOME && !curve.stoppedEarly() && best(held) == held.size() - 1) advice.add(UNFINISHED);
        return advice;
    }

    private static boolean inARow(List<Learning> line, DoublePredicate odd) {
        int run = 0;
        for (Learning p : line) {
            run = odd.test(p.value()) ? run + 1 : 0;
            if (run >= IN_A_ROW) return true;
        }
        return false;
    }

    private static boolean overfits(List<Learning> loss, List<Learning> held) {
        if (held.size() < SOME || loss.size() != held.size()) return false;
        int best = best(held), last = held.size() - 1;
        return last - best >= IN_A_ROW && held.get(last).value() < held.get(best).value() * (1 - WORSE) && loss.get(last).value() < loss.get(best).value();
    }

    private static int best(List<Learning> line) {
        int best = 0;
        for (int k = 1; k < line.size(); k++) if (line.get(k).value() > line.get(best).value()) best = k;
        return best;
    }
}
