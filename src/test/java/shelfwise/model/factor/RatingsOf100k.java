package shelfwise.model.factor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import shelfwise.data.Interactions;
import shelfwise.data.Split;
import shelfwise.model.RatingPredictor;
import shelfwise.model.Tiny;

/** MovieLens-100k: 100,000 ratings of 1 to 5 by 943 users of 1,682 items, four fifths for training, drawn by a seed. */
final class RatingsOf100k {
    private static final Path FILE = Path.of("../shared/data/recsys/ml-100k.u.data.gz");
    private static final int RATINGS = 100_000;

    private RatingsOf100k() { }

    /** Ends the test as skipped where the file is not there. */
    static Split split() {
        Assumptions.assumeTrue(Files.exists(FILE), FILE + " is not there");
        int[][] pairs = new int[RATINGS][2];
        float[] rating = new float[RATINGS];
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.US_ASCII))) {
            for (int e = 0; e < RATINGS; e++) {
                String[] cells = in.readLine().split("\t");
                pairs[e] = new int[] {Integer.parseInt(cells[0]) - 1, Integer.parseInt(cells[1]) - 1};
                rating[e] = Float.parseFloat(cells[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Interactions all = Tiny.weighted(943, 1682, rating, pairs);
        var random = new SplittableRandom(1);
        int[] fifth = IntStream.range(0, RATINGS).map(_ -> random.nextInt(5)).toArray();
        return Tiny.split(all.pick(IntStream.range(0, RATINGS).filter(e -> fifth[e] > 0).toArray()), all.pick(IntStream.range(0, RATINGS).filter(e -> fifth[e] == 0).toArray()));
    }

    /** Root of the mean squared error over the test part, items and users without training among them. */
    static double error(RatingPredictor model, Interactions test) {
        double sum = 0;
        for (int e = 0; e < test.size(); e++) sum += Math.pow(test.weight()[e] - model.rating(test.user()[e], test.item()[e]), 2);
        return Math.sqrt(sum / test.size());
    }
}
