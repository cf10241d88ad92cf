package shelfwise.app.look;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shelfwise.data.Bundle;
import shelfwise.data.ColumnType;
import shelfwise.data.Table;
import shelfwise.data.Vectors;

/** Reads the facts of a kept value off its parts. */
final class Facts {
    private static final Set<String> TRAINING = Set.of("users", "items", "user", "item", "time", "weight");

    private Facts() { }

    static PortFacts of(Product product, Bundle kept) {
        return switch (product.type()) {
            case TABLE -> new PortFacts.OfTable(rows(kept, "table"), kept.part("table").schema());
            case INTERACTIONS -> new PortFacts.OfEvents(rows(kept, "user"), rows(kept, "users"), rows(kept, "items"), span(kept, "time"));
            case CATALOGUE -> new PortFacts.OfCatalogue(rows(kept, "items"), kept.part("attributes").schema());
            case VECTORS -> new PortFacts.OfVectors(rows(kept, "ids"), Integer.parseInt(kept.fact("dimensions")), Vectors.told(kept));
            case SPLIT -> new PortFacts.OfSplit(kept.fact("method"), rows(kept, "train.user"), rows(kept, "validation.user"), rows(kept, "test.user"),
                    rows(kept, "foldIn.user"), rows(kept, "users"), rows(kept, "items"));
            case MODEL -> model(product, kept);
            case LISTS -> new PortFacts.OfLists(kept.fact("model"), rows(kept, "users"), rows(kept, "item"));
            case METRICS -> metrics(kept.part("rows"));
        };
    }

    static PortFacts.OfModel model(Product product, Bundle kept) {
        Map<String, Long> learned = kept.parts().entrySet().stream().filter(p -> !TRAINING.contains(p.getKey()) && !p.getKey().startsWith(Bundle.ASIDE))
                .collect(Collectors.toMap(Map.Entry::getKey, p -> p.getValue().rows()));
        return new PortFacts.OfModel(kept.facts().getOrDefault("name", product.node()), product.operator(), rows(kept, "user"), rows(kept, "users"), rows(kept, "items"), learned);
    }

    private static long rows(Bundle kept, String part) {
        return Optional.ofNullable(kept.parts().get(part)).map(Table::rows).orElse(0L);
    }

    /** Events stand in order of time, so that the first and the last row tell it. */
    private static Optional<PortFacts.Span> span(Bundle kept, String part) {
        Table times = kept.part(part);
        if (times.rows() == 0 || !Boolean.parseBoolean(kept.facts().get("timed"))) return Optional.empty();
        return Optional.of(new PortFacts.Span(value(times, 0), value(times, times.rows() - 1)));
    }

    private static long value(Table column, long row) {
        long[] found = new long[1];
        column.slice(row, row + 1).scan(c -> found[0] = c.longs(0).values()[0]);
        return found[0];
    }

    private static PortFacts metrics(Table rows) {
        var models = new LinkedHashSet<String>();
        var metrics = new HashSet<String>();
        rows.scan(new int[] {rows.schema().index("model"), rows.schema().index("metric")}, c -> {
            for (int r = 0; r < c.rows(); r++) {
                models.add(c.columns().get(0).text(r, ColumnType.TEXT));
                metrics.add(c.columns().get(1).text(r, ColumnType.TEXT));
            }
        });
        return new PortFacts.OfMetrics(java.util.List.copyOf(models), metrics.size(), rows.rows());
    }
}
