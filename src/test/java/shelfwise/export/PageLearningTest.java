package shelfwise.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.Messages;
import shelfwise.data.LearningCurve;

class PageLearningTest {
    private static String page(Map<String, LearningCurve> curves) {
        var page = new Markdown();
        new PageLearning(Messages.in(Locale.ENGLISH)).table(page, new TreeMap<>(curves));
        return page.text();
    }

    /** Held back it was best after the second iteration, which was taken; the loss went on falling. */
    @Test void aCurveIsToldByItsFirstItsKeptAndItsLastValue() {
        var curve = new LearningCurve(List.of(new Learning("ndcg", true, 1, 0.1), new Learning("loss", false, 1, 12), new Learning("ndcg", true, 2, 0.25), new Learning("loss", false, 2, 8),
                new Learning("ndcg", true, 3, 0.2), new Learning("loss", false, 3, 5)), 2, true);
        List<String> rows = page(Map.of("bpr", curve)).lines().filter(l -> l.startsWith("| bpr")).toList();
        assertEquals(List.of("| bpr | nDCG (held back) | 0.1000 after 1 | 0.2500 after 2 | 0.2000 after 3 |", "| bpr | Loss (learned from) | 12.00 after 1 | 8.00 after 2 | 5.00 after 3 |"), rows);
    }

    @Test void whatANetworkWasTrainedOnIsTold() {
        var curve = new LearningCurve(List.of(new Learning("loss", false, 1, 12)), 1, false, "cpu-no-card");
        assertTrue(page(Map.of("gru", curve)).contains("- `gru`: Trained on the processor: there is no graphics card here."));
    }

    @Test void modelsWithoutACurveAreNotToldAbout() {
        assertEquals("", page(Map.of("knn", LearningCurve.NONE)).strip());
    }
}
