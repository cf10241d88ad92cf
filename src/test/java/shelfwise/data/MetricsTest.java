package shelfwise.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shelfwise.data.Metrics.Chance;
import shelfwise.data.Metrics.Comparison;
import shelfwise.data.Metrics.Row;
import shelfwise.data.Metrics.Series;

class MetricsTest {
    private static final Row ROW = new Row("knn", "ndcg", 10, 0.25, 0.2, Double.NaN, 7);

    @Test void allOfItComesBackFromItsBundle() {
        var users = new Ids(List.of("007", "é"));
        var whole = new Metrics(List.of(ROW, new Row("knn", "category:a b", "ndcg", 10, 0.5, 0.4, 0.6, 3)), List.of("doubt.few-users", "doubt.many-ties"),
                List.of(new Comparison("knn", "als", "ndcg", 10, 7, 0.1, 0.05, 0.15, 0.3, new Chance(0.01, 0.02), new Chance(0.03, 0.04), new Chance(0.05, Double.NaN))),
                List.of(new Series("knn", "ndcg", 10, users, new float[] {0.25f, Float.NaN}), new Series("als", "auc", Metrics.NO_CUT, users, new float[] {1, 0})));
        Metrics back = Metrics.of(whole.toBundle());
        assertEquals(whole.rows(), back.rows());
        assertEquals(whole.doubts(), back.doubts());
        assertEquals(whole.comparisons(), back.comparisons());
        assertEquals(List.of("als", "auc", 0, users), List.of(back.byUser().get(1).model(), back.byUser().get(1).metric(), back.byUser().get(1).k(), back.byUser().get(1).users()));
        assertArrayEquals(new float[] {0.25f, Float.NaN}, back.byUser().getFirst().values());
        assertEquals(whole.hash(), back.hash());
    }

    @Test void whatWasKeptBeforeThereWereSegmentsIsOfAllUsers() {
        Table now = new Metrics(List.of(ROW), List.of()).toBundle().part("rows");
        var then = new Bundle(Map.of("doubts", ""), Map.of("rows", now.select(List.of("model", "metric", "k", "value", "low", "high", "users"))));
        assertEquals(List.of(ROW), Metrics.of(then).rows());
    }

    @Test void tenIsShownFirstOrTheNextAfterIt() {
        assertEquals(10, Metrics.mainCut(List.of(20, 5, 10)));
        assertEquals(20, Metrics.mainCut(List.of(5, 20, 50)));
        assertEquals(5, Metrics.mainCut(List.of(3, 5, Metrics.NO_CUT)));
        assertEquals(Metrics.NO_CUT, Metrics.mainCut(List.of(Metrics.NO_CUT)));
    }
}
