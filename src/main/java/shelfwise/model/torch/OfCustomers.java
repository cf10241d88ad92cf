package shelfwise.model.torch;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.model.torch.Batch.Stretch;

/**
 * Each place foretells the item that comes next, by what is known of the user as well; an empty place in front foretells the first item by
 * that alone. What is known of a share of the users, drawn anew in each step, is not told.
 *
 * @param untold share of the users
 */
record OfCustomers(Customers customers, double untold) implements Questions {
    @Override public Asked of(Sequences sequences, Stretch[] stretches, int length, SplittableRandom random) {
        int[] users = Arrays.stream(stretches).mapToInt(s -> random.nextDouble() < untold ? -1 : sequences.userOf(s.from())).toArray();
        Batch batch = Batch.of(sequences, stretches, length).led(about(users));
        return new Asked(batch, batch.at(), Arrays.stream(stretches).flatMapToInt(s -> IntStream.rangeClosed(s.from(), s.from() + s.count())).map(e -> sequences.item()[e]).toArray());
    }

    @Override public Asked latest(Sequences sequences, int[] users, int length) {
        Stretch[] some = IntStream.of(users).mapToObj(u -> sequences.latest(u, length)).toArray(Stretch[]::new);
        Batch batch = Batch.of(sequences, some, length).led(about(users));
        return new Asked(batch, IntStream.range(0, some.length).map(r -> r * batch.longest() + some[r].count()).toArray(), new int[0]);
    }

    @Override public int fewest() {
        return 0;
    }

    private int[] about(int[] users) {
        return IntStream.of(users).flatMap(u -> IntStream.of(u < 0 ? customers.nobody() : customers.of(u))).toArray();
    }
}
