package shelfwise.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.data.Sparse;
import shelfwise.data.Split;
import shelfwise.model.Workers;

/**
 * Neural matrix factorisation (He, Liao, Zhang, Nie, Hu, Chua 2017): the score of a user and an item, of which the sigmoid is the chance that the
 * user takes it, is a weighted product of their vectors, what relu layers make of the two side by side, or the sum of both. A user's vector is
 * the sum of what each item of the history brings, divided by √n (Kabbur, Ning, Karypis 2013), so that users need no vector of their own.
 * {@link NeuMfReader} works out the same in plain Java.
 */
final class NeuMf implements Lesson {
    static final String TAKEN = "taken", WEIGHTS = "weights", USER = "user", ITEM = "item", SECOND = "second", OUT = "out";

    private final Size size;
    private final Way way;
    private final Sparse users;
    private final Sequences sequences;
    private final boolean[] known;
    private final float[] ones;
    private final int[] sold;
    private final NextItem validation;
    private final Tensors learned;

    /** @param width of the vectors of each part @param hidden numbers of the first layer, twice those of the second */
    record Size(PairForm form, int width, int hidden) {
        /** Numbers that go into the product, which are the first ones of each vector. */
        int product() {
            return form == PairForm.LAYERS ? 0 : width;
        }

        /** Numbers that go into the layers, which follow. */
        int layers() {
            return form == PairForm.PRODUCT ? 0 : width;
        }

        int whole() {
            return product() + layers();
        }
    }

    /**
     * How it is taught.
     *
     * @param batch     users in one step
     * @param left      share of a user's items that is left out and told
     * @param negatives items drawn for each of them that the user has not
     */
    record Way(int batch, double left, int negatives) { }

    NeuMf(NDManager manager, Size size, Way way, Split split, boolean[] known, SplittableRandom random) {
        this.size = size;
        this.way = way;
        this.known = known;
        Interactions training = split.train();
        users = training.matrix();
        sequences = Sequences.of(training);
        sold = IntStream.of(training.item()).distinct().sorted().toArray();
        ones = new float[known.length];
        Arrays.fill(ones, 1);
        validation = new NextItem(split.validation(), users, known, random.nextLong());
        learned = new Tensors(manager);
        learned.normal(TAKEN, 0.1, random, known.length, size.whole());
        learned.normal(ItemTable.ITEMS, 0.1, random, known.length, size.whole());
        if (size.product() > 0) learned.fill(WEIGHTS, 1, size.product());
        if (size.layers() > 0) {
            Dense.start(learned, USER, size.width(), size.hidden(), 1, random);
            Dense.start(learned, ITEM, size.width(), size.hidden(), 1, random);
            Dense.start(learned, SECOND, size.hidden(), size.hidden() / 2, 1, random);
            Dense.start(learned, OUT, size.hidden() / 2, 1, 1, random);
        }
    }

    @Override public Tensors learned() {
        return learned;
    }

    @Override public List<Step> epoch(int number, SplittableRandom random) {
        return LeftOut.steps(users, way.batch(), random).stream().map(some -> {
            SplittableRandom own = random.split();
            return new Step(some.length, (now, part) -> loss(now, part, some, own));
        }).toList();
    }

    /** Mean of −ln of the chance of what came to pass, for each item left out and each one drawn. */
    private Loss loss(NDManager now, Part part, int[] some, SplittableRandom random) {
        LeftOut whole = LeftOut.of(users, some, way.left(), ones, random), out = whole.part(part.from(some.length), part.to(some.length));
        int[] compared = compared(whole, some, random);
        int each = way.negatives() + 1, first = (int) IntStream.of(whole.row()).filter(r -> r < part.from(some.length)).count() * each;
        int[] row = new int[out.told().length * each], item = Arrays.copyOfRange(compared, first, first + row.length);
        float[] sign = new float[row.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = out.row()[k / each];
            sign[k] = k % each == 0 ? -1 : 1;
        }
        NDArray scores = scores(out.sums(now, learned.get(TAKEN)), SequenceLesson.numbers(now, row), SequenceLesson.numbers(now, item));
        return new Loss(scores.mul(HostArrays.of(now, new Shape(sign.length), sign)).getNDArrayInternal().softPlus().mean(), row.length);
    }

    /** Each item left out, and behind it those drawn against it. */
    private int[] compared(LeftOut out, int[] some, SplittableRandom random) {
        int each = way.negatives() + 1;
        int[] item = new int[out.told().length * each];
        for (int k = 0; k < item.length; k++) item[k] = k % each == 0 ? out.told()[k / each] : other(some[out.row()[k / each]], random);
        return item;
    }

    /** One that the user has not; any, where it seems to have all. */
    private int other(int user, SplittableRandom random) {
        int item = sold[random.nextInt(sold.length)];
        for (int tries = 0; tries < 20 && users.has(user, item); tries++) item = sold[random.nextInt(sold.length)];
        return item;
    }

    /**
     * Of pairs.
     *
     * @param x    users x width: their vectors
     * @param row  of each pair's user
     * @param item of each pair
     */
    NDArray scores(NDArray x, NDArray row, NDArray item) {
        NDArray items = learned.get(ItemTable.ITEMS), scores = null;
        int split = size.product();
        if (split > 0) {
            NDArray user = x.get(":, :" + split).mul(learned.get(WEIGHTS));
            scores = ItemTable.vectors(row, user).mul(ItemTable.vectors(item, items.get(":, :" + split))).sum(new int[] {1});
        }
        if (size.layers() == 0) return java.util.Objects.requireNonNull(scores);
        NDArray user = Dense.apply(learned, USER, x.get(":, " + split + ":"));
        NDArray first = ItemTable.vectors(row, user).add(Dense.apply(learned, ITEM, ItemTable.vectors(item, items.get(":, " + split + ":"))));
        NDArray second = Dense.apply(learned, SECOND, first.getNDArrayInternal().relu()).getNDArrayInternal().relu();
        NDArray told = Dense.apply(learned, OUT, second).squeeze(1);
        return scores == null ? told : scores.add(told);
    }

    @Override public boolean validates() {
        return !validation.empty();
    }

    @Override public double gain(Workers workers, Progress progress) {
        return validation.gain(new NeuMfReader(size, toHost()), sequences, known, workers, progress);
    }

    @Override public Map<String, float[]> toHost() {
        return learned.toHost();
    }
}
