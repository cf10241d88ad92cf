package shelfwise.ui.pipelines.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.data.LearningCurve;
import shelfwise.ui.pipelines.look.OverlayViewModel.Choice;

class OverlayViewModelTest {
    @Test void eachTrainingGivesItsBestAndItsLastPointOfEachMeasure() {
        var model = new OverlayViewModel("own", curve(2, "ndcg+ 0.1 0.3 0.2", "loss 3 2 1"));
        model.offer(List.of(new Choice("other", curve(1, "ndcg+ 0.4 0.2", "loss 5 4"))));
        assertEquals(List.of(), model.overlays().get());
        choose(model, 0, true);
        Overlay ndcg = model.overlays().get().getFirst(), loss = model.overlays().get().get(1);
        assertEquals("ndcg true [own 2:0.3 3:0.2, other 1:0.4 2:0.2]", told(ndcg));
        assertEquals("loss false [own 2:2.0 3:1.0, other 1:5.0 2:4.0]", told(loss));
        choose(model, 0, false);
        assertEquals(List.of(), model.overlays().get());
    }

    @Test void whatWasHeldBackIsNotLaidOverWhatWasLearnedFrom() {
        var model = new OverlayViewModel("own", curve(2, "ndcg+ 0.1 0.2", "ndcg 0.5 0.6", "loss 2 1"));
        model.offer(List.of(new Choice("train only", curve(2, "ndcg 0.7 0.8", "loss 9 8"))));
        choose(model, 0, true);
        assertEquals("ndcg true [own 2:0.2 2:0.2]", told(model.overlays().get().getFirst()));
        assertEquals(List.of("train only"), model.overlays().get().getFirst().without());
        assertEquals(List.of(), model.overlays().get().get(1).without());
    }

    @Test void aTrainingThatMeasuredNothingOfTheSameIsNotOffered() {
        var model = new OverlayViewModel("own", curve(1, "ndcg+ 0.1"));
        model.offer(List.of(new Choice("ratings", curve(1, "rmse+ 0.9")), new Choice("nothing", LearningCurve.NONE), new Choice("same", curve(1, "ndcg+ 0.2"))));
        assertEquals(List.of("same"), model.choices().get().stream().map(Choice::name).toList());
    }

    @Test void aTrainingKeepsItsColourWhileOthersComeAndGoAndMoreThanEightAreRefused() {
        var model = new OverlayViewModel("own", curve(1, "ndcg+ 0.1"));
        var others = new ArrayList<Choice>();
        for (int k = 1; k <= 8; k++) others.add(new Choice("m" + k, curve(1, "ndcg+ 0." + k)));
        model.offer(others);
        for (int k = 0; k < 3; k++) choose(model, k, true);
        choose(model, 0, false);
        assertEquals(List.of("own 0", "m2 2", "m3 3"), slots(model));
        choose(model, 5, true);
        assertEquals(List.of("own 0", "m2 2", "m3 3", "m6 1"), slots(model));
        for (int k : new int[] {0, 3, 4}) choose(model, k, true);
        assertFalse(model.full().get());
        choose(model, 6, true);
        assertTrue(model.full().get());
        choose(model, 7, true);
        assertFalse(others.get(7).chosen().get());
        assertEquals(8, slots(model).size());
        choose(model, 1, false);
        assertFalse(model.full().get());
    }

    @Test void nothingIsMarkedBestWhereNothingWasMeasuredThen() {
        var model = new OverlayViewModel("own", curve(1, "ndcg+ 0.1"));
        model.offer(List.of(new Choice("gap", curve(3, "ndcg+ 0.1 0.2"))));
        choose(model, 0, true);
        assertEquals(Optional.empty(), model.overlays().get().getFirst().lines().get(1).best());
    }

    private static void choose(OverlayViewModel model, int choice, boolean on) {
        model.choices().get().get(choice).chosen().set(on);
    }

    private static List<String> slots(OverlayViewModel model) {
        return model.overlays().get().getFirst().lines().stream().map(l -> l.name() + " " + l.slot()).toList();
    }

    private static String told(Overlay o) {
        return o.metric() + " " + o.validation() + " " + o.lines().stream().map(l -> l.name() + " " + point(l.best().orElseThrow()) + " " + point(l.last())).toList();
    }

    private static String point(Learning p) {
        return p.iteration() + ":" + p.value();
    }

    /** {@code ndcg+ 0.1 0.2}: of what was held back, after the first and the second iteration. */
    private static LearningCurve curve(int best, String... lines) {
        var points = new ArrayList<Learning>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int k = 1; k < words.length; k++) points.add(new Learning(words[0].replace("+", ""), words[0].endsWith("+"), k, Double.parseDouble(words[k])));
        }
        return new LearningCurve(points, best, false);
    }
}
