package shelfwise.model.torch;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.model.torch.Batch.Stretch;

/** What a network is asked while it learns: at which places of which histories which items stand. */
sealed interface Questions permits Questions.Next, Cloze, OfCustomers {
    /**
     * One batch of them.
     *
     * @param at     the places asked about, as indices into the batch
     * @param wanted the items there
     */
    record Asked(Batch batch, int[] at, int[] wanted) {
        /** What is asked of some rows of the batch. */
        Asked rows(int from, int to) {
            if (to - from == batch.rows()) return this;
            int first = from * batch.longest(), end = to * batch.longest();
            int[] some = IntStream.range(0, at.length).filter(k -> at[k] >= first && at[k] < end).toArray();
            return new Asked(batch.part(from, to), IntStream.of(some).map(k -> at[k] - first).toArray(), IntStream.of(some).map(k -> wanted[k]).toArray());
        }
    }

    /** @param stretches with the item that comes next behind each of their places */
    Asked of(Sequences sequences, Stretch[] stretches, int length, SplittableRandom random);

    /** The histories of these users as they are, so that {@code at} asks what comes next; nothing is wanted. */
    Asked latest(Sequences sequences, int[] users, int length);

    /** Events that a stretch has at least, besides the one that comes next. */
    default int fewest() {
        return 1;
    }

    /** Each place foretells the item that comes next (Kang, McAuley 2018). */
    record Next() implements Questions {
        @Override public Asked of(Sequences sequences, Stretch[] stretches, int length, SplittableRandom random) {
            Batch batch = Batch.of(sequences, stretches, length);
            return new Asked(batch, batch.at(), Arrays.stream(stretches).flatMapToInt(s -> IntStream.rangeClosed(s.from() + 1, s.from() + s.count())).map(e -> sequences.item()[e]).toArray());
        }

        @Override public Asked latest(Sequences sequences, int[] users, int length) {
            Stretch[] some = IntStream.of(users).mapToObj(u -> sequences.latest(u, length)).toArray(Stretch[]::new);
            Batch batch = Batch.of(sequences, some, length);
            return new Asked(batch, IntStream.range(0, some.length).map(r -> r * batch.longest() + some[r].count() - 1).toArray(), new int[0]);
        }
    }
}
