package shelfwise.model.torch;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Items drawn for a step, which what came is compared with. A share is drawn as often as items are taken (as if from the other rows of a
 * batch), the rest evenly from all that were ever taken: mixed negatives (Yang and others 2020). Scores of items drawn more often than
 * others are lowered by the logarithm of how often they are to be expected (Bengio, Senecal 2008; Yi and others 2019), so that together they
 * stand for all items.
 */
final class Drawn {
    private final int[] sold, events;
    private final double[] taken;
    private final double popular;

    /**
     * @param events  an item for each training event
     * @param items   there are
     * @param popular share that is drawn by popularity, 0 to 1
     */
    Drawn(int[] events, int items, double popular) {
        this.events = events;
        this.popular = popular;
        taken = new double[items];
        for (int i : events) taken[i] += 1.0 / events.length;
        sold = IntStream.range(0, items).filter(i -> taken[i] > 0).toArray();
    }

    /** Items with events. */
    int sold() {
        return sold.length;
    }

    int[] items(int n, SplittableRandom random) {
        int often = (int) Math.round(n * popular);
        return IntStream.range(0, n).map(k -> k < often ? events[random.nextInt(events.length)] : sold[random.nextInt(sold.length)]).toArray();
    }

    /** What the scores of these are raised by: −ln(n·q), q the chance of each at one draw, so that the sum of their exponentials stands for all others. */
    float[] raise(int[] drawn) {
        float[] raise = new float[drawn.length];
        double often = (double) Math.round(drawn.length * popular) / drawn.length;
        for (int k = 0; k < drawn.length; k++) raise[k] = (float) -Math.log(drawn.length * (often * taken[drawn[k]] + (1 - often) / sold.length));
        return raise;
    }
}
