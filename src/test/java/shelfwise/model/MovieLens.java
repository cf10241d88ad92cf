package shelfwise.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import shelfwise.data.Ids;
import shelfwise.data.Interactions;
import shelfwise.data.Split;

/** The ordered MovieLens-1M: 999,611 pairs of 6,040 users and 3,416 items, each user's in order of time. */
public final class MovieLens {
    private static final Path FILE = Path.of("../shared/data/recsys/ml-1m.sasrec.txt.gz");
    private static final int PAIRS = 999_611, USERS = 6_040, ITEMS = 3_416;

    private MovieLens() { }

    /** Each user's last pair for testing, all before for training; ends the test as skipped where the file is not there. */
    public static Split lastOut() {
        if (!Files.exists(FILE)) System.out.println("skipped: " + FILE + " is not there");
        Assumptions.assumeTrue(Files.exists(FILE), FILE + " is not there");
        Interactions all = read();
        int[] events = IntStream.range(0, PAIRS).toArray();
        int[] last = Arrays.stream(events).filter(e -> e + 1 == PAIRS || all.user()[e + 1] != all.user()[e]).toArray();
        int[] earlier = Arrays.stream(events).filter(e -> e + 1 < PAIRS && all.user()[e + 1] == all.user()[e]).toArray();
        return new Split(all.pick(earlier), all.pick(new int[0]), all.pick(last), "leave-last-out");
    }

    private static Interactions read() {
        int[] user = new int[PAIRS], item = new int[PAIRS];
        int n = 0;
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int blank = line.indexOf(' ');
                user[n] = Integer.parseInt(line, 0, blank, 10) - 1;
                item[n++] = Integer.parseInt(line, blank + 1, line.length(), 10) - 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] weight = new float[PAIRS];
        Arrays.fill(weight, 1);
        return new Interactions(ids(USERS), ids(ITEMS), user, item, IntStream.range(0, PAIRS).asLongStream().toArray(), weight, false);
    }

    private static Ids ids(int n) {
        return new Ids(IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList());
    }
}
