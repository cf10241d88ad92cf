package shelfwise.model.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shelfwise.base.Progress;
import shelfwise.model.torch.Batch.Stretch;

/** What all networks promise of their numbers, learned or not. */
class NetworksTest {
    private static final int ITEMS = 30, WIDTH = 12, LENGTH = 9, TEXT = 7;
    private static final int[] HISTORY = {3, 7, 7, 1, 29, 0, 4, 12, 5, 8, 2, 17};
    /** What lies before each event. */
    private static final byte[] GAPS = {0, 1, 11, 4, 4, 2, 9, 10, 3, 5, 1, 6};

    private static boolean[] taught() {
        boolean[] taught = new boolean[ITEMS];
        Arrays.fill(taught, true);
        taught[6] = false;
        return taught;
    }

    private static ItemText text(int length) {
        float[] values = floats(new SplittableRandom(9), ITEMS * length);
        boolean[] known = new boolean[ITEMS];
        Arrays.fill(known, true);
        return new ItemText(length, values, known);
    }

    /** Every network, and what reads the same in plain Java. */
    enum Kind {
        TRANSFORMER {
            @Override Network start(NDManager manager, SplittableRandom random) {
                return Transformer.start(shape(true), manager, taught(), null, 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new TransformerScorer(shape(true), kept);
            }
        },
        TRANSFORMER_OF_TEXTS {
            @Override Network start(NDManager manager, SplittableRandom random) {
                return Transformer.start(shape(true), manager, taught(), text(TEXT), 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new TransformerScorer(shape(true), kept);
            }
        },
        BOTH_SIDED {
            @Override Network start(NDManager manager, SplittableRandom random) {
                return Transformer.start(shape(false), manager, taught(), text(TEXT), 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new TransformerScorer(shape(false), kept);
            }
        },
        TRANSFORMER_OF_GAPS {
            @Override Network start(NDManager manager, SplittableRandom random) {
                return Transformer.start(shape(true, true), manager, taught(), null, 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new TransformerScorer(shape(true, true), kept);
            }
        },
        GRU {
            @Override Network start(NDManager manager, SplittableRandom random) {
                return Gru.start(new Gru.Size(WIDTH, 2, LENGTH), manager, taught(), null, 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new GruReader(new Gru.Size(WIDTH, 2, LENGTH), kept);
            }
        },
        TOWERS {
            private static final Towers.Size SIZE = new Towers.Size(WIDTH, 20, LENGTH, 3, 0.2, 0);

            @Override Network start(NDManager manager, SplittableRandom random) {
                return Towers.start(SIZE, manager, taught(), text(TEXT), null, 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new TowerReader(SIZE, kept);
            }
        },
        POOLING {
            private static final Pooling.Size SIZE = new Pooling.Size(WIDTH, 5, LENGTH);

            @Override Network start(NDManager manager, SplittableRandom random) {
                return Pooling.start(SIZE, manager, text(WIDTH), 0.5, random);
            }

            @Override Reader reader(Map<String, float[]> kept) {
                return new PoolingReader(SIZE, kept);
            }
        };

        abstract Network start(NDManager manager, SplittableRandom random);

        abstract Reader reader(Map<String, float[]> kept);

        private static TransformerShape shape(boolean causal) {
            return shape(causal, false);
        }

        private static TransformerShape shape(boolean causal, boolean gaps) {
            return new TransformerShape(WIDTH, 3, 2, LENGTH, causal, gaps);
        }
    }

    private static float[] floats(SplittableRandom random, int n) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) values[k] = (float) (0.3 * random.nextGaussian());
        return values;
    }

    private interface Check {
        void of(Torch torch, Network network);
    }

    /** With larger weights than a training starts from, so that every part counts. */
    private static void check(Kind kind, Check check) {
        try (Torch torch = Torch.open("test", Processor.CPU, 1, Progress.NONE)) {
            Network network = kind.start(torch.manager(), new SplittableRandom(5));
            var random = new SplittableRandom(6);
            network.learned().all().values().forEach(a -> {
                try (var more = HostArrays.of(torch.manager(), a.getShape(), floats(random, Math.toIntExact(a.size())))) {
                    a.addi(more);
                }
            });
            check.of(torch, network);
        }
    }

    /** The vectors at the places of one history beside another one as long as {@code longest}. */
    private static float[][] read(Torch torch, Network network, int[] items, int longest) {
        return read(torch, network, items, Arrays.copyOf(GAPS, items.length), longest);
    }

    private static float[][] read(Torch torch, Network network, int[] items, byte[] gaps, int longest) {
        int[] both = Arrays.copyOf(items, items.length + longest);
        Arrays.fill(both, items.length, both.length, 11);
        Batch batch = Batch.of(both, Arrays.copyOf(gaps, both.length), new Stretch[] {new Stretch(0, items.length), new Stretch(items.length, longest)}, LENGTH);
        try (var now = torch.manager().newSubManager()) {
            float[] all = network.read(now, batch, false).toFloatArray();
            return IntStream.range(0, items.length).mapToObj(k -> Arrays.copyOfRange(all, k * WIDTH, (k + 1) * WIDTH)).toArray(float[][]::new);
        }
    }

    @ParameterizedTest @EnumSource void plainJavaReadsTheSameAsPyTorch(Kind kind) {
        check(kind, (torch, network) -> {
            Reader reader = kind.reader(network.toHost());
            for (int n = 1; n <= HISTORY.length; n++) {
                float[] java = new float[WIDTH];
                reader.vector(Arrays.copyOf(HISTORY, n), Arrays.copyOf(GAPS, n), java, 0);
                int[] asked = kind == Kind.BOTH_SIDED ? withToken(Arrays.copyOf(HISTORY, n)) : Arrays.copyOf(HISTORY, n);
                int[] latest = Arrays.copyOfRange(asked, Math.max(0, asked.length - LENGTH), asked.length);
                byte[] gaps = Arrays.copyOfRange(GAPS, asked.length - latest.length, asked.length);
                assertArrayEquals(read(torch, network, latest, gaps, latest.length)[latest.length - 1], java, 3e-5f, n + " events");
            }
        });
    }

    private static int[] withToken(int[] history) {
        int[] asked = Arrays.copyOf(history, history.length + 1);
        asked[history.length] = ITEMS;
        return asked;
    }

    @ParameterizedTest @EnumSource void aFutureItemChangesNothingBeforeItUnlessBothSidesAreRead(Kind kind) {
        check(kind, (torch, network) -> {
            int[] items = Arrays.copyOf(HISTORY, 8), other = items.clone();
            other[5] = 20;
            float[][] before = read(torch, network, items, 8), after = read(torch, network, other, 8);
            for (int k = 0; k < 5; k++) {
                if (kind == Kind.BOTH_SIDED) assertFalse(Arrays.equals(before[k], after[k]), "place " + k);
                else assertArrayEquals(before[k], after[k], 1e-6f, "place " + k);
            }
            assertFalse(Arrays.equals(before[5], after[5]));
            assertFalse(Arrays.equals(before[7], after[7]), "what comes later sees it");
        });
    }

    @ParameterizedTest @EnumSource void aLaterGapChangesNothingBeforeItAndOnlyWhereGapsAreRead(Kind kind) {
        check(kind, (torch, network) -> {
            int[] items = Arrays.copyOf(HISTORY, 8);
            byte[] gaps = Arrays.copyOf(GAPS, 8), other = gaps.clone();
            other[5] = 11;
            float[][] before = read(torch, network, items, gaps, 8), after = read(torch, network, items, other, 8);
            for (int k = 0; k < 8; k++) {
                if (k < 5 || kind != Kind.TRANSFORMER_OF_GAPS) assertArrayEquals(before[k], after[k], 1e-6f, "place " + k);
                else assertFalse(Arrays.equals(before[k], after[k]), "place " + k);
            }
        });
    }

    @ParameterizedTest @EnumSource void fillingUpChangesNothing(Kind kind) {
        check(kind, (torch, network) -> {
            int[] items = Arrays.copyOf(HISTORY, 4);
            float[][] bare = read(torch, network, items, 4), filled = read(torch, network, items, 9);
            for (int k = 0; k < 4; k++) assertArrayEquals(bare[k], filled[k], 2e-6f, "place " + k);
        });
    }

    /** Vectors of items asked for one by one are those kept; where texts speak, one that nobody took has what is learned of its text alone. */
    @ParameterizedTest @EnumSource void theItemsKeptAreThoseThatScoresWereMadeOf(Kind kind) {
        check(kind, (torch, network) -> {
            float[] kept = kind.reader(network.toHost()).items();
            try (var now = torch.manager().newSubManager()) {
                float[] asked = network.items(SequenceLesson.numbers(now, IntStream.range(0, ITEMS).toArray())).toFloatArray();
                for (int i = 0; i < ITEMS; i++) {
                    float[] one = Arrays.copyOfRange(kept, i * WIDTH, (i + 1) * WIDTH), other = Arrays.copyOfRange(asked, i * WIDTH, (i + 1) * WIDTH);
                    if (i == 6 && hasOwnBesideText(kind)) assertFalse(Arrays.equals(one, other), "without the part that nobody taught");
                    else assertArrayEquals(other, one, 1e-6f, "item " + i);
                }
            }
        });
    }

    @ParameterizedTest @EnumSource void readersTellTheRowsOfMatricesAsTheNetworkHasThem(Kind kind) {
        check(kind, (_, network) -> rowsAreAsIn(network.learned(), kind.reader(network.toHost())));
    }

    static void rowsAreAsIn(Tensors learned, Reader reader) {
        learned.all().forEach((name, array) -> assertEquals(array.getShape().dimension() < 2 ? 1 : array.getShape().get(1), reader.columns(name), name));
    }

    private static boolean hasOwnBesideText(Kind kind) {
        return switch (kind) {
            case TRANSFORMER_OF_TEXTS, BOTH_SIDED, TOWERS -> true;
            case TRANSFORMER, TRANSFORMER_OF_GAPS, GRU, POOLING -> false;
        };
    }
}
