package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shelfwise.base.ProblemException;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Model;
import shelfwise.data.Portable;
import shelfwise.data.Split;
import shelfwise.data.Vectors;
import shelfwise.model.Embedding;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.model.Tiny;
import shelfwise.pipeline.Values;

/** A training that goes on from an earlier model: by a step so small that it changes nothing to speak of, so that what it began with shows. */
class WarmStartTest {
    private static final int ITEMS = 12, USERS = 60;
    private static final double NO_STEP = 1e-6, NEAR = 1e-3;

    /** Users walk round a ring of items; item i of the ring is the one of this id. */
    private static Interactions walks(List<String> ring, Ids items) {
        var random = new SplittableRandom(3);
        var users = new ArrayList<Integer>();
        var taken = new ArrayList<Integer>();
        for (int u = 0; u < USERS; u++) {
            int at = random.nextInt(ring.size()), n = 3 + random.nextInt(15);
            for (int k = 0; k < n; k++) {
                users.add(u);
                taken.add(items.number(ring.get((at + k) % ring.size())));
            }
        }
        float[] weight = new float[users.size()];
        Arrays.fill(weight, 1);
        return new Interactions(Tiny.ids("u", USERS), items, users.stream().mapToInt(u -> u).toArray(), taken.stream().mapToInt(i -> i).toArray(),
                IntStream.range(0, weight.length).asLongStream().toArray(), weight, true);
    }

    private static List<String> ring() {
        return IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList();
    }

    /** Another order, and one more item, which nobody ever took before: it stands between i11 and i0 now. */
    private static Ids later() {
        var ids = new ArrayList<>(ring());
        ids.add(5, "new");
        java.util.Collections.reverse(ids);
        return new Ids(ids);
    }

    private static Interactions laterWalks() {
        var ring = new ArrayList<>(ring());
        ring.add("new");
        return walks(ring, later());
    }

    private static FitGru.Setup gru(int epochs, double rate) {
        return new FitGru.Setup(16, 1, 10, epochs, 16, rate, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7);
    }

    private static FitBert.Setup bert(int epochs, double rate) {
        return new FitBert.Setup(32, 2, 2, 10, 0.3, 0.5, epochs, 16, rate, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7);
    }

    private static <S extends Record> Recommender fit(SequenceFit<S> fit, S setup, Interactions all, Map<String, List<Portable>> also) {
        var in = new java.util.HashMap<String, List<Portable>>(also);
        in.put("split", List.of(new Split(all, all.pick(new int[0]), all.pick(new int[0]), "all")));
        return fit.run(setup, new Values(in), Tiny.context("node")).one("model", Recommender.class);
    }

    private static Map<String, List<Portable>> from(Recommender earlier) {
        return Map.of("earlier", List.of((Model) earlier));
    }

    private static String next(Recommender model, String... history) {
        float[] scores = new float[model.items().size()], weights = new float[history.length];
        Arrays.fill(weights, 1);
        model.score(new History(Arrays.stream(history).mapToInt(model.items()::number).toArray(), weights), scores);
        return model.items().id(IntStream.range(0, scores.length).boxed().max(java.util.Comparator.comparing(i -> scores[i])).orElseThrow());
    }

    private static float[] vector(Recommender model, String item) {
        Vectors all = ((Embedding) model).itemVectors();
        int row = all.ids().number(item);
        return Arrays.copyOfRange(all.values(), row * all.dimensions(), (row + 1) * all.dimensions());
    }

    @Test void oneSmallStepFromAnEarlierModelKnowsWhatThatKnewAndOneFromNothingDoesNot() {
        Recommender before = fit(new FitGru(), gru(150, 0.01), walks(ring(), Tiny.ids("i", ITEMS)), Map.of());
        Recommender warm = fit(new FitGru(), gru(1, NO_STEP), laterWalks(), from(before)), cold = fit(new FitGru(), gru(1, NO_STEP), laterWalks(), Map.of());
        int known = 0, chance = 0;
        for (int i = 0; i < ITEMS - 3; i++) {
            String[] history = {"i" + i, "i" + (i + 1), "i" + (i + 2)};
            if (next(warm, history).equals("i" + (i + 3))) known++;
            if (next(cold, history).equals("i" + (i + 3))) chance++;
        }
        assertEquals(ITEMS - 3, known, "each user's history is new to the earlier model: it is folded in");
        assertNotEquals(ITEMS - 3, chance);
    }

    @Test void theSequentialTransformerAndTheTowersGoOnAsWell() {
        Interactions all = walks(ring(), Tiny.ids("i", ITEMS));
        var transformer = new FitTransformer();
        Recommender before = fit(transformer, transformer(3, 0.01), all, Map.of()), warm = fit(transformer, transformer(1, NO_STEP), laterWalks(), from(before));
        sameScores(before, warm, "i3", "i4", "i5");
        var towers = new FitTwoTower();
        before = fit(towers, towers(3, 0.01), all, Map.of());
        warm = fit(towers, towers(1, NO_STEP), laterWalks(), from(before));
        sameScores(before, warm, "i3", "i4", "i5");
    }

    private static FitTransformer.Setup transformer(int epochs, double rate) {
        return new FitTransformer.Setup(16, 2, 2, 10, false, epochs, 16, rate, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7);
    }

    private static FitTwoTower.Setup towers(int epochs, double rate) {
        return new FitTwoTower.Setup(8, 16, 10, 0, 0.2, epochs, 16, rate, 0, 0, 5, Objective.SOFTMAX, 16, 0.5, true, 0, 0, Processor.CPU, 7, List.of(), 100, 0.2);
    }

    private static void sameScores(Recommender before, Recommender warm, String... history) {
        float[] old = new float[before.items().size()], now = new float[warm.items().size()], weights = new float[history.length];
        Arrays.fill(weights, 1);
        before.score(new History(Arrays.stream(history).mapToInt(before.items()::number).toArray(), weights), old);
        warm.score(new History(Arrays.stream(history).mapToInt(warm.items()::number).toArray(), weights), now);
        for (String item : ring()) assertEquals(old[before.items().number(item)], now[warm.items().number(item)], 0.02, before.operator() + " " + item);
        float spread = 0;
        for (float score : old) spread = Math.max(spread, Math.abs(score - old[0]));
        assertTrue(spread > 0.2, "scores that tell items apart: " + spread);
    }

    @Test void vectorsGoByTheIdOfTheItemWhateverItsPlaceAndTokensBehindTheItemsStay() {
        Recommender before = fit(new FitBert(), bert(3, 0.01), walks(ring(), Tiny.ids("i", ITEMS)), Map.of());
        Recommender warm = fit(new FitBert(), bert(1, NO_STEP), laterWalks(), from(before));
        for (String item : ring()) assertArrayEquals(vector(before, item), vector(warm, item), (float) NEAR, item);
        sameScores(before, warm, "i3", "i4", "i5"); // the token of the hidden place is read
    }

    @Test void whatAnItemHadAloneIsWhatItsTextDoesNotSayAndANewItemHasItsText() {
        Recommender before = fit(new FitGru(), gru(20, 0.01), walks(ring(), Tiny.ids("i", ITEMS)), Map.of());
        float[] texts = new float[(ITEMS + 1) * 4];
        var random = new SplittableRandom(5);
        for (int k = 0; k < texts.length; k++) texts[k] = (float) random.nextGaussian();
        var vectors = new Vectors(later(), 4, texts);
        Interactions all = walks(ring(), later()); // nobody took the new one
        var given = new java.util.HashMap<String, List<Portable>>(from(before));
        given.put("vectors", List.of(vectors));
        Recommender warm = fit(new FitGru(), gru(1, NO_STEP), all, given);
        for (String item : ring()) assertArrayEquals(vector(before, item), vector(warm, item), (float) NEAR, item);
        assertArrayEquals(ofText(texts, later().number("new"), warm.toBundle().floats("torch.learned.items.text")), vector(warm, "new"), 1e-5f, "the new one is found by its text alone");
    }

    /** t · P / |t|: t the text's vector of four numbers, P the learned map, 4 x width. */
    private static float[] ofText(float[] texts, int item, float[] map) {
        double squares = 0;
        for (int k = 0; k < 4; k++) squares += (double) texts[4 * item + k] * texts[4 * item + k];
        float[] vector = new float[map.length / 4];
        for (int f = 0; f < vector.length; f++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) sum += texts[4 * item + k] * map[k * vector.length + f];
            vector[f] = (float) (sum / Math.sqrt(squares));
        }
        return vector;
    }

    @Test void aModelOfAnotherKindOrSizeIsRefused() {
        Interactions all = walks(ring(), Tiny.ids("i", ITEMS));
        Recommender before = fit(new FitGru(), gru(1, 0.01), all, Map.of());
        assertEquals("torch.earlier-other-kind", assertThrows(ProblemException.class, () -> fit(new FitBert(), bert(1, 0.01), all, from(before))).problem().key());
        var wider = new FitGru.Setup(32, 1, 10, 1, 16, 0.01, 0, 0, 5, Objective.SOFTMAX, 8, 0, true, 0, 0, Processor.CPU, 7);
        var sizes = assertThrows(ProblemException.class, () -> fit(new FitGru(), wider, all, from(before))).problem();
        assertEquals("torch.earlier-other-sizes", sizes.key());
        assertEquals(List.of(List.of("width 16"), List.of("width 32")), sizes.args(), "what is the same is not told");
    }
}
