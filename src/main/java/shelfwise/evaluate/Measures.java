package shelfwise.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shelfwise.base.Progress;
import shelfwise.data.Metrics;
import shelfwise.evaluate.UserValues.Column;
import shelfwise.model.Workers;

/**
 * Works out all metrics of lists, those left out for which the data are missing.
 *
 * @param families makes a thread's own metrics of all lists
 * @param accuracy makes a thread's own metrics of segments: those that tell what was found
 */
record Measures(Relevant relevant, int[] cuts, Supplier<List<Family>> families, Supplier<List<Family>> accuracy, boolean auc) {
    static final String AUC = "auc";
    private static final int BLOCK = 64;

    static Measures of(Relevant relevant, ItemFacts facts, EvaluateRanking.Setup setup) {
        int[] cuts = setup.ks().stream().mapToInt(Integer::intValue).toArray();
        int[] users = relevant.popularity(), order = Surprise.order(users);
        int trained = relevant.trained();
        boolean graded = setup.graded() && GradedGain.fits(relevant.test().value());
        Supplier<List<Family>> money = () -> Stream.of(facts.price().map(p -> new Money("revenue", cuts, p)), facts.margin().map(m -> new Money("margin", cuts, m)))
                .<Family>flatMap(java.util.Optional::stream).toList();
        Supplier<List<Family>> all = () -> {
            var families = new ArrayList<Family>(List.of(new Accuracy(cuts)));
            if (graded) families.add(new GradedGain(cuts, relevant.test()));
            families.add(new Familiarity(cuts, users, trained));
            families.add(new Surprise(cuts, relevant, setup.excludeSeen(), order));
            facts.categories().ifPresent(c -> families.add(new Diversity("diversity-categories", cuts, c::distance)));
            facts.categories().ifPresent(c -> families.add(new Calibration(cuts, relevant, c)));
            facts.directions().ifPresent(d -> families.add(new Diversity("diversity-vectors", cuts, (a, b) -> ItemFacts.distance(d[a], d[b]))));
            families.addAll(money.get());
            return families;
        };
        return new Measures(relevant, cuts, all, () -> Stream.concat(Stream.of(new Accuracy(cuts)), money.get().stream()).toList(), setup.auc());
    }

    /** The values of all measured users. */
    UserValues all(Ranked ranked, Workers workers, Progress progress) {
        List<Column> columns = columns(families.get(), auc);
        int n = columns.size();
        float[] values = new float[Math.multiplyExact(relevant.users().length, n)];
        workers.each(relevant.users().length, BLOCK, progress, () -> new Scratch(families.get()), (s, from, to) -> {
            for (int k = from; k < to; k++) {
                s.list.user = relevant.users()[k];
                ranked.show(k, s.list);
                want(s.list, null);
                s.measure(cuts.length, values, k * n);
                if (auc) values[k * n + n - 1] = ranked.auc()[k];
            }
        });
        return UserValues.of(relevant.users().length, columns, values);
    }

    /** The values of a segment's users, with only its items to be found. */
    UserValues of(Segment segment, Ranked ranked, Workers workers, Progress progress) {
        List<Column> columns = columns(accuracy.get(), false);
        int n = columns.size();
        float[] values = new float[Math.multiplyExact(segment.places().length, n)];
        workers.each(segment.places().length, BLOCK, progress, () -> new Scratch(accuracy.get()), (s, from, to) -> {
            for (int k = from; k < to; k++) {
                s.list.user = relevant.users()[segment.places()[k]];
                ranked.show(segment.places()[k], s.list);
                want(s.list, segment);
                s.measure(cuts.length, values, k * n);
            }
        });
        return UserValues.of(segment.places().length, columns, values);
    }

    private void want(OneList list, @org.jspecify.annotations.Nullable Segment segment) {
        list.wanted.clear();
        list.wantedCount = 0;
        for (int e = relevant.test().start()[list.user]; e < relevant.test().start()[list.user + 1]; e++) {
            int item = relevant.test().column()[e];
            if (segment != null && !segment.has(item)) continue;
            list.wanted.set(item);
            list.wantedCount++;
        }
    }

    private List<Column> columns(List<Family> of, boolean withAuc) {
        Stream<Column> byCut = of.stream().flatMap(f -> f.metrics().stream()).flatMap(m -> IntStream.of(cuts).mapToObj(k -> new Column(m, k)));
        return Stream.concat(byCut, Stream.of(new Column(AUC, Metrics.NO_CUT)).filter(_ -> withAuc)).toList();
    }

    private static final class Scratch {
        final OneList list = new OneList();
        private final List<Family> families;
        private double[] row = {};

        Scratch(List<Family> families) {
            this.families = families;
        }

        void measure(int cuts, float[] values, int from) {
            int at = from;
            for (Family f : families) {
                int n = f.metrics().size() * cuts;
                if (row.length < n) row = new double[n];
                f.measure(list, row, 0);
                for (int c = 0; c < n; c++) values[at++] = (float) row[c];
            }
        }
    }
}
