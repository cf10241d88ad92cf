package shelfwise.model.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import shelfwise.base.Learning;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.data.Vectors;
import shelfwise.model.Tiny;

class SkipGramTest {
    private static double dot(float[] a, int i, float[] b, int j, int n) {
        double sum = 0;
        for (int f = 0; f < n; f++) sum += (double) a[i * n + f] * b[j * n + f];
        return sum;
    }

    private static double cosine(float[] a, int i, int j, int n) {
        return dot(a, i, a, j, n) / Math.sqrt(dot(a, i, a, i, n) * dot(a, j, a, j, n));
    }

    /**
     * Where vectors are long enough, x·y goes to ln(pairs(v, u) / (k · pairs(v) · share(u))), share by counts to the power 3/4 (Levy, Goldberg
     * 2014). The pairs are counted here one by one, each weighed by how often the drawn window reaches so far; a draw of the word itself is no
     * negative, which lowers k for it.
     */
    @Test void innerProductsGoToTheLogarithmOfHowMuchMoreOftenWordsMeetThanByChance() {
        var random = new Random(5);
        int words = 6, window = 3, negatives = 2;
        var sentences = new ArrayList<int[]>();
        for (int s = 0; s < 400; s++) {
            int topic = s % 2 * 3;
            sentences.add(random.ints(12, 0, 100).map(x -> x < 60 ? topic + x % 3 : x % words).toArray());
        }
        Corpus corpus = Corpus.of(words, sentences);
        double[][] pairs = new double[words][words];
        double[] of = new double[words], share = new double[words];
        double shares = 0;
        for (int[] s : sentences) {
            for (int k = 0; k < s.length; k++) {
                for (int other = 0; other < s.length; other++) {
                    int apart = Math.abs(k - other);
                    if (apart == 0 || apart > window) continue;
                    double chance = (window + 1.0 - apart) / window;
                    pairs[s[k]][s[other]] += chance;
                    of[s[k]] += chance;
                }
            }
        }
        for (int w = 0; w < words; w++) shares += share[w] = Math.pow(corpus.counts()[w], 0.75);
        var learner = new SkipGram(corpus, new SkipGram.Setup(16, window, true, negatives, 150, 0.05, 0, 1));
        learner.learn(Progress.NONE);
        for (int v = 0; v < words; v++) {
            for (int u = 0; u < words; u++) {
                double drawn = negatives * (of[v] - pairs[v][u]) * share[u] / shares; // pairs whose word is u draw no u
                assertEquals(Math.log(pairs[v][u] / drawn), dot(learner.middle, v, learner.beside, u, 16), 0.15, v + " " + u);
            }
        }
    }

    /** The same steps written anew with doubles and plain loops, on the same draws. */
    @Test void stepsAreThoseOfASlowerHand() {
        int words = 5, n = 4;
        Corpus corpus = Corpus.of(words, List.of(new int[] {0, 1, 2, 3}, new int[] {4, 0, 1}, new int[] {2, 2, 3, 4, 1}));
        var setup = new SkipGram.Setup(n, 2, true, 3, 2, 0.2, 0, 9);
        var learner = new SkipGram(corpus, setup);
        learner.learn(Progress.NONE);
        var random = new SplittableRandom(9);
        double[] share = new double[words];
        for (int w = 0; w < words; w++) share[w] = StrictMath.pow(corpus.counts()[w], 0.75);
        var draws = new Draws(share);
        double[][] x = new double[words][n], y = new double[words][n];
        for (double[] row : x) for (int f = 0; f < n; f++) row[f] = (random.nextDouble() - 0.5) / n;
        int done = 0;
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int s = 0; s < 3; s++) {
                int from = corpus.start()[s], to = corpus.start()[s + 1];
                double rate = 0.2 * (1 - done / 24.0);
                for (int k = from; k < to; k++) {
                    int window = 1 + random.nextInt(2);
                    for (int o = Math.max(from, k - window); o <= Math.min(to - 1, k + window); o++) {
                        if (o == k) continue;
                        int[] target = {corpus.word()[o], draws.next(random), draws.next(random), draws.next(random)};
                        double[] v = x[corpus.word()[k]], move = new double[n];
                        for (int t = 0; t < 4; t++) {
                            if (t > 0 && target[t] == target[0]) continue;
                            double z = 0;
                            for (int f = 0; f < n; f++) z += v[f] * y[target[t]][f];
                            double slope = rate * ((t == 0 ? 1 : 0) - 1 / (1 + Math.exp(-z)));
                            for (int f = 0; f < n; f++) {
                                move[f] += slope * y[target[t]][f];
                                y[target[t]][f] += slope * v[f];
                            }
                        }
                        for (int f = 0; f < n; f++) v[f] += move[f];
                    }
                }
                done += to - from;
            }
        }
        for (int w = 0; w < words; w++) for (int f = 0; f < n; f++) assertEquals(x[w][f], learner.middle[w * n + f], 1e-4, w + " " + f);
    }

    @Test void drawsComeByTheirShares() {
        var draws = new Draws(new double[] {1, 0, 3, 4});
        int[] count = new int[4];
        var random = new SplittableRandom(1);
        for (int k = 0; k < 80_000; k++) count[draws.next(random)]++;
        assertEquals(0, count[1]);
        assertEquals(10_000, count[0], 500);
        assertEquals(30_000, count[2], 700);
    }

    private static Interactions groups() {
        var events = new ArrayList<int[]>();
        var random = new Random(2);
        for (int u = 0; u < 60; u++) for (int k = 0; k < 8; k++) events.add(new int[] {u, u % 3 * 4 + random.nextInt(4)});
        return Tiny.events(60, 13, events.toArray(int[][]::new));
    }

    private static SessionVectors.Setup setup(int gap, boolean ordered) {
        return new SessionVectors.Setup(16, gap, ordered, 5, 5, 30, 0.05, 2, 0, 3);
    }

    @Test void itemsTakenTogetherAreNearAndTheLossFalls() {
        var losses = new ArrayList<Double>();
        Progress watching = new Progress() {
            @Override public void at(long done, long total) { }

            @Override public void learned(Learning point) {
                losses.add(point.value());
            }
        };
        for (boolean ordered : new boolean[] {true, false}) {
            losses.clear();
            Vectors v = SessionVectors.vectors("items", groups(), setup(0, ordered), watching);
            assertEquals(12, v.ids().size(), "an item without events has none");
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) if (i != j) assertEquals(i / 4 == j / 4, cosine(v.values(), i, j, 16) > 0.6, i + " " + j + " " + cosine(v.values(), i, j, 16));
            }
            assertEquals(30, losses.size());
            assertTrue(losses.getLast() < 0.8 * losses.getFirst(), losses.toString());
            assertEquals("12", v.told().get("words"));
            assertArrayEquals(v.values(), SessionVectors.vectors("items", groups(), setup(0, ordered), Progress.NONE).values(), "the same in every run");
        }
    }

    @Test void aPauseBeginsAVisit() {
        var events = new Interactions(Tiny.ids("u", 2), Tiny.ids("i", 4), new int[] {0, 1, 0, 0, 1}, new int[] {0, 3, 1, 2, 0}, new long[] {0, 10, 60_000, 180_001, 200_000},
                new float[] {1, 1, 1, 1, 1}, true);
        assertArrayEquals(new int[][] {{0, 1}, {2}, {3}, {0}}, SessionVectors.visits(events, 60_000 * 2).toArray(int[][]::new));
        assertArrayEquals(new int[][] {{0, 1, 2}, {3, 0}}, SessionVectors.visits(events, 0).toArray(int[][]::new));
    }

    private static Catalogue catalogue(String... titles) {
        return new Catalogue(Tiny.ids("i", titles.length), TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE)), TextCells.of(titles)));
    }

    @Test void wordsInLikePlacesMakeTheirItemsNear() {
        var titles = new ArrayList<String>();
        var random = new Random(4);
        String[] drink = {"mug", "cup"}, light = {"lamp", "lantern"}, kitchen = {"coffee", "tea", "china", "saucer"}, garden = {"garden", "solar", "iron", "hanging"};
        for (int k = 0; k < 200; k++) {
            titles.add(kitchen[random.nextInt(4)] + " " + drink[random.nextInt(2)] + " " + kitchen[random.nextInt(4)]);
            titles.add(garden[random.nextInt(4)] + " " + light[random.nextInt(2)] + " " + garden[random.nextInt(4)]);
        }
        titles.addAll(List.of("mug", "cup", "lamp", "nowhere"));
        var s = new WordVectors.Setup(16, 3, 5, 60, 0.05, 2, 0, true, true, false, 1);
        Vectors v = WordVectors.vectors("words", catalogue(titles.toArray(String[]::new)), s, Progress.NONE);
        assertEquals(403, v.ids().size(), "a word of one time has no vector, nor has an item of such words alone");
        assertTrue(cosine(v.values(), 400, 401, 16) > cosine(v.values(), 400, 402, 16) + 0.3, cosine(v.values(), 400, 401, 16) + " " + cosine(v.values(), 400, 402, 16));
    }

    @Test void whatCannotBeLearnedIsTold() {
        assertEquals("words.none", key(() -> WordVectors.vectors("w", catalogue("mug", "lamp"), new WordVectors.Setup(8, 2, 2, 1, 0.1, 2, 0, true, true, true, 1), Progress.NONE)));
        assertEquals("words.no-items", key(() -> SessionVectors.vectors("w", Tiny.events(1, 2, new int[] {0, 0}), setup(0, true), Progress.NONE)));
        assertEquals("words.alone", key(() -> SessionVectors.vectors("w", Tiny.events(2, 1, new int[] {0, 0}, new int[] {1, 0}), setup(0, true), Progress.NONE)));
        Progress cancelled = (done, total) -> {
            if (done > 100) throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> SessionVectors.vectors("w", groups(), setup(0, true), cancelled));
    }

    private static String key(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().key();
    }
}
