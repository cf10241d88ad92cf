package shelfwise.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;

class LearningAdviceTest {
    private static void add(List<Learning> points, String metric, boolean validation, double... values) {
        for (int k = 0; k < values.length; k++) points.add(new Learning(metric, validation, k + 1, values[k]));
    }

    private static List<LearningAdvice> of(double[] loss, double[] held, double... gradient) {
        var points = new ArrayList<Learning>();
        add(points, "loss", false, loss);
        add(points, "ndcg", true, held);
        add(points, "gradient", false, gradient);
        return LearningAdvice.of(new LearningCurve(points, 1, false));
    }

    @Test void aCalmTrainingNeedsNone() {
        assertEquals(List.of(), of(new double[] {5, 4, 3.5, 3.2, 3.1, 3.0}, new double[] {.1, .2, .25, .26, .27, .269}, 3, 2, 2, 2, 2, 2));
    }

    @Test void aGradientOverAHundredThreeTimesInARowIsTold() {
        assertEquals(List.of(LearningAdvice.EXPLODES), of(new double[] {5, 4}, new double[] {.1, .2}, 101, 150, 200));
        assertEquals(List.of(), of(new double[] {5, 4}, new double[] {.1, .2}, 101, 150, 20, 200));
    }

    @Test void aGradientOfNothingIsTold() {
        assertEquals(List.of(LearningAdvice.VANISHES), of(new double[] {5, 4}, new double[] {.1, .2}, 1e-7, 1e-8, 0));
    }

    @Test void learningByHeartIsTold() {
        assertEquals(List.of(LearningAdvice.OVERFITS), of(new double[] {5, 4, 3, 2, 1, .5}, new double[] {.1, .2, .19, .18, .17, .16}));
    }

    @Test void aLossThatStaysIsTold() {
        double[] same = new double[12];
        java.util.Arrays.fill(same, 3);
        assertEquals(List.of(LearningAdvice.STALLS), of(same, new double[0]));
    }

    @Test void aTrainingThatWasStillGettingBetterIsTold() {
        assertEquals(List.of(LearningAdvice.UNFINISHED), of(new double[] {5, 4, 3, 2, 1}, new double[] {.1, .2, .3, .4, .5}));
    }
}
