package shelfwise.profile;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Field;
import shelfwise.data.Table;

/**
 * Makes the profile of a table in one scan, in two where a column of numbers has more than two million different values. Time grows with
 * the number of cells; memory with the number of different values and of events, up to limits beyond which the profile says that it estimates.
 */
public final class Profiler {
    private final InstantSource clock;
    private final Limits limits;

    /** @param clock tells which times lie in the future */
    public Profiler(InstantSource clock) {
        this(clock, Limits.USUAL);
    }

    Profiler(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    public Profile profile(Table table, Progress progress) {
        return profile(table, Related.NONE, progress);
    }

    /** @param catalogue items to check the table's items against */
    public Profile profile(Table table, Optional<Table> catalogue, Progress progress) {
        return profile(table, new Related(catalogue, Optional.empty()), progress);
    }

    /** Roles are those of the table's schema. @throws java.util.concurrent.CancellationException if cancelled */
    public Profile profile(Table table, Related related, Progress progress) {
        progress.at(0, 1000);
        long now = clock.millis();
        var tallies = new Tallies(table.schema(), limits, now);
        Progress scanning = progress.part(0, 0.7);
        long[] done = new long[1];
        table.scan(chunk -> {
            scanning.at(done[0], table.rows());
            tallies.add(chunk, scanning);
            done[0] += chunk.rows();
        });
        List<ColumnProfile> columns = columns(table, tallies, progress.part(0.7, 0.85));
        Optional<InteractionProfile> interactions = InteractionSummary.of(table, tallies, related, progress.part(0.85, 0.95));
        List<Alert> alerts = new Alerts(table, tallies, columns, interactions, now).all(progress.part(0.95, 1));
        progress.at(1000, 1000);
        return new Profile(now, table.rows(), tallies.repeatedRows(), columns, interactions, alerts, Score.of(alerts));
    }

    private static List<ColumnProfile> columns(Table table, Tallies tallies, Progress progress) {
        List<Tally> all = tallies.columns();
        List<Optional<Spread>> spreads = all.stream().map(t -> t instanceof NumberTally n ? Optional.of(new Spread(n)) : Optional.<Spread>empty()).toList();
        int[] sampled = IntStream.range(0, all.size()).filter(c -> spreads.get(c).isPresent() && !all.get(c).exact()).toArray();
        if (sampled.length > 0) {
            table.scan(sampled, chunk -> {
                progress.check();
                for (int k = 0; k < sampled.length; k++) {
                    Spread spread = spreads.get(sampled[k]).orElseThrow();
                    for (int r = 0; r < chunk.rows(); r++) if (!chunk.columns().get(k).missing(r)) spread.add(chunk.number(k, r), 1);
                }
            });
        }
        var columns = new ArrayList<ColumnProfile>();
        for (int c = 0; c < all.size(); c++) {
            progress.at(c, all.size());
            columns.add(column(table.schema().field(c), all.get(c), spreads.get(c), progress));
        }
        return columns;
    }

    private static ColumnProfile column(Field field, Tally tally, Optional<Spread> spread, Progress progress) {
        Optional<NumberStats> numbers = Optional.empty();
        Optional<TextStats> texts = Optional.empty();
        switch (tally) {
            case TextTally t -> texts = Optional.of(t.stats(progress));
            case NumberTally n -> {
                Spread counted = spread.orElseThrow();
                if (n.exact()) for (int v = 0; v < n.tracked(); v++) counted.add(n.value(v), n.count(v));
                numbers = Optional.of(n.stats(counted));
            }
        }
        return new ColumnProfile(field.name(), field.type(), field.role(), tally.rows(), tally.missing(), tally.distinct(), tally.exact(), tally.top(),
                numbers, texts);
    }
}
