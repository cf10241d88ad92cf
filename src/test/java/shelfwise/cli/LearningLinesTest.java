package shelfwise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.Messages;
import shelfwise.data.LearningCurve;

class LearningLinesTest {
    private static final List<Learning> POINTS = List.of(new Learning("loss", false, 1, 4), new Learning("ndcg", true, 1, 0.25), new Learning("loss", false, 2, 3.5),
            new Learning("gradient", false, 2, 7.5), new Learning("gradient/items", false, 2, 6.5), new Learning("learning-rate", false, 2, 0.001), new Learning("memory", false, 2, 900));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final LearningLines lines = new LearningLines(new Session(out, out, false, Messages.in(Locale.ENGLISH), Window.NONE, new AtomicBoolean()));

    @Test void aTrainingThatGoesOnTellsItsIterationAndTheLastOfWhatItIsAfter() {
        assertEquals("Running shop: gru, iteration 2, Loss 3.5", lines.now("shop", "gru", POINTS));
        assertEquals("Running shop: gru, iteration 1, nDCG 0.25", lines.now("shop", "gru", POINTS.subList(0, 2)));
    }

    @Test void atTheEndTheEpochThatWasKeptIsTold() {
        lines.print(Map.of("gru", new LearningCurve(POINTS, 1, true, "cpu-no-card")));
        assertEquals(List.of("", "gru: kept as it was after epoch 1 of 1: Loss 4, nDCG 0.25 on what was held back.", "  Trained on the processor: there is no graphics card here."),
                said.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test void whatKnowsTheProcessorAloneIsNotToldOf() {
        lines.print(Map.of("als", new LearningCurve(POINTS, 1, false)));
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }
}
