package shelfwise.app.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Lists;
import shelfwise.data.Metrics;
import shelfwise.data.Split;
import shelfwise.data.TableValue;
import shelfwise.data.Vectors;
import shelfwise.inspect.LongTail;
import shelfwise.inspect.Popularity;
import shelfwise.inspect.Projection;
import shelfwise.profile.Histogram;
import shelfwise.profile.InteractionProfile;

/** Reads what is drawn of one kept value. */
final class Contents {
    private static final int FIRST_VECTORS = 40, POINTS = 2_000, CURVE = 100, POPULAR = 200, FIRST_LISTS = 50, MOST_ROWS = 20;
    private static final double NORM_STEPS = 1e5;
    private final Product product;
    private final Bundle kept;
    private final Map<String, String> titles;
    private final Progress progress;

    Contents(Product product, Bundle kept, Map<String, String> titles, Progress progress) {
        this.product = product;
        this.kept = kept;
        this.titles = titles;
        this.progress = progress;
    }

    PortContent read() {
        return switch (product.type()) {
            case TABLE -> new PortContent.Rows(TableValue.of(kept).table());
            case INTERACTIONS -> events(Interactions.of(kept));
            case CATALOGUE -> goods(Catalogue.of(kept));
            case VECTORS -> space(Vectors.of(kept));
            case SPLIT -> parts(Split.of(kept));
            case MODEL -> new PortContent.Trained(Facts.model(product, kept), popular(Interactions.of(kept)), LearningCurve.of(kept));
            case LISTS -> ranked(Lists.of(kept));
            case METRICS -> judged(Metrics.of(kept));
        };
    }

    private PortContent events(Interactions events) {
        long[] perItem = new long[events.items().size()];
        for (int i : events.item()) perItem[i]++;
        return new PortContent.Events(InteractionProfile.of(events, progress), LongTail.of(perItem, CURVE), popular(events));
    }

    private List<PortContent.Popular> popular(Interactions events) {
        int[] users = Popularity.of(events).users();
        return IntStream.range(0, users.length).boxed().sorted((a, b) -> Integer.compare(users[b], users[a])).limit(POPULAR)
                .map(i -> new PortContent.Popular(titled(events.items().id(i)), users[i])).toList();
    }

    private PortContent.Titled titled(String id) {
        return LookService.titled(id, titles);
    }

    private PortContent parts(Split split) {
        var parts = new ArrayList<PortContent.Part>();
        parts.add(part("train", split.train()));
        if (split.validation().size() > 0) parts.add(part("validation", split.validation()));
        parts.add(part("test", split.test()));
        if (split.foldIn().size() > 0) parts.add(part("fold-in", split.foldIn()));
        return new PortContent.Parts(split.method(), parts, InteractionProfile.of(split.train(), progress));
    }

    private static PortContent.Part part(String name, Interactions events) {
        int n = events.size();
        Optional<PortFacts.Span> span = events.timed() && n > 0 ? Optional.of(new PortFacts.Span(events.time()[0], events.time()[n - 1])) : Optional.empty();
        return new PortContent.Part(name, n, different(events.user(), events.users().size()), different(events.item(), events.items().size()), span);
    }

    private static long different(int[] numbers, int of) {
        var seen = new BitSet(of);
        for (int n : numbers) seen.set(n);
        return seen.cardinality();
    }

    private PortContent goods(Catalogue catalogue) {
        var texts = new ArrayList<PortContent.Text>();
        for (Field f : catalogue.attributes().schema().fields()) if (f.type() == ColumnType.TEXT) texts.add(text(catalogue, f));
        return new PortContent.Goods(catalogue.attributes(), texts);
    }

    private PortContent.Text text(Catalogue catalogue, Field field) {
        long[] count = new long[2];
        catalogue.attributes().scan(new int[] {catalogue.attributes().schema().index(field.name())}, c -> {
            progress.check();
            for (int r = 0; r < c.rows(); r++) {
                String text = c.columns().getFirst().text(r, ColumnType.TEXT).strip();
                if (text.isEmpty()) continue;
                count[0]++;
                count[1] += text.split("\\s+").length;
            }
        });
        int items = catalogue.items().size();
        return new PortContent.Text(field.name(), field.role(), items == 0 ? 0 : (double) count[0] / items, count[0] == 0 ? Double.NaN : (double) count[1] / count[0]);
    }

    private PortContent space(Vectors v) {
        int n = v.ids().size(), d = v.dimensions(), rows = Math.min(n, FIRST_VECTORS), columns = Math.min(d, LookService.FIRST_VALUES);
        float[][] first = new float[rows][];
        for (int r = 0; r < rows; r++) first[r] = Arrays.copyOfRange(v.values(), r * d, r * d + columns);
        double[] norms = new double[n];
        for (int r = 0; r < n; r++) {
            for (int f = 0; f < d; f++) norms[r] += (double) v.values()[r * d + f] * v.values()[r * d + f];
            norms[r] = Math.rint(Math.sqrt(norms[r]) * NORM_STEPS) / NORM_STEPS; // rounding must not look like a spread
        }
        Projection plane = Projection.of(v, POINTS, progress);
        return new PortContent.Space(n, d, first, IntStream.range(0, rows).mapToObj(r -> titled(v.ids().id(r))).toList(), Histogram.of(norms), plane,
                Arrays.stream(plane.number()).mapToObj(r -> titled(v.ids().id(r))).toList());
    }

    private PortContent ranked(Lists lists) {
        long filled = Arrays.stream(lists.fallback()).filter(f -> f != 0).count();
        var first = new ArrayList<PortContent.UserRows>();
        for (int u = 0; u < Math.min(FIRST_LISTS, lists.users().size()); u++) {
            var rows = new ArrayList<PortContent.Row>();
            for (int k = lists.start()[u]; k < Math.min(lists.start()[u + 1], lists.start()[u] + MOST_ROWS); k++) {
                rows.add(new PortContent.Row(titled(lists.items().id(lists.item()[k])), lists.score()[k], lists.fallback()[k] != 0));
            }
            first.add(new PortContent.UserRows(lists.users().id(u), rows));
        }
        int rows = lists.item().length;
        return new PortContent.Ranked(lists.model(), lists.users().size(), rows, rows == 0 ? 0 : (double) filled / rows,
                different(lists.item(), lists.items().size()), lists.items().size(), first);
    }

    private static PortContent judged(Metrics m) {
        return new PortContent.Judged(new Metrics(m.rows(), m.doubts(), m.comparisons(), List.of()));
    }
}
