package shelfwise.model.torch;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import shelfwise.model.torch.Batch.Stretch;

/**
 * Items are hidden behind a token and told from those on both sides (Sun and others 2019, BERT4Rec): a share of each history drawn at random,
 * or now and then the last one alone, as it will be asked for.
 *
 * @param token  number of the token, behind the items
 * @param share  of the places that are hidden, one at least
 * @param onlyLast share of the histories whose last item alone is hidden
 */
record Cloze(int token, double share, double onlyLast) implements Questions {
    @Override public Asked of(Sequences sequences, Stretch[] stretches, int length, SplittableRandom random) {
        Stretch[] whole = java.util.Arrays.stream(stretches).map(s -> withNext(s, length)).toArray(Stretch[]::new);
        Batch batch = Batch.of(sequences, whole, length);
        var at = new ArrayList<Integer>();
        for (int r = 0; r < whole.length; r++) {
            int first = r * batch.longest(), n = whole[r].count();
            if (random.nextDouble() < onlyLast) at.add(first + n - 1);
            else hide(first, n, at, random);
        }
        int[] places = at.stream().mapToInt(Integer::intValue).toArray(), wanted = IntStream.of(places).map(p -> batch.item()[p]).toArray();
        for (int p : places) batch.item()[p] = token;
        return new Asked(batch, places, wanted);
    }

    /** With the item behind it, at the cost of its first where it would be too long. */
    private static Stretch withNext(Stretch s, int length) {
        return s.count() < length ? new Stretch(s.from(), s.count() + 1) : new Stretch(s.from() + 1, s.count());
    }

    private void hide(int first, int n, ArrayList<Integer> at, SplittableRandom random) {
        int before = at.size();
        for (int k = 0; k < n; k++) if (random.nextDouble() < share) at.add(first + k);
        if (at.size() == before) at.add(first + random.nextInt(n));
    }

    @Override public Asked latest(Sequences sequences, int[] users, int length) {
        var item = new ArrayList<Integer>();
        Stretch[] some = new Stretch[users.length];
        for (int r = 0; r < some.length; r++) {
            Stretch s = sequences.latest(users[r], length - 1);
            some[r] = new Stretch(item.size(), s.count() + 1);
            for (int k = 0; k < s.count(); k++) item.add(sequences.item()[s.from() + k]);
            item.add(token);
        }
        int[] items = item.stream().mapToInt(Integer::intValue).toArray();
        Batch batch = Batch.of(items, new byte[items.length], some, length); // the token has no time, and networks asked by it look at no gaps
        return new Asked(batch, IntStream.range(0, some.length).map(r -> r * batch.longest() + some[r].count() - 1).toArray(), new int[0]);
    }
}
