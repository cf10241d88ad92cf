package shelfwise.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import shelfwise.base.Progress;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Interactions;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Table;

/** Sums up the events of a table, and its ids against related lists. */
final class InteractionSummary {
    private InteractionSummary() { }

    /** Empty where there is no user or no item column. */
    static Optional<InteractionProfile> of(Table table, Tallies tallies, Related related, Progress progress) {
        OptionalInt user = table.schema().find(Role.USER), item = table.schema().find(Role.ITEM);
        if (user.isEmpty() || item.isEmpty()) return Optional.empty();
        EventLog log = tallies.log();
        Activity perUser = Activity.of(log.perUser()), perItem = Activity.of(log.perItem());
        progress.at(1, 4);
        long pairs = log.pairs(progress);
        progress.at(2, 4);
        Optional<InteractionProfile.Times> times = log.times(progress);
        progress.at(3, 4);
        var catalogue = coverage(table, Related.Which.CATALOGUE, Role.ITEM, related, tallies.column(item), log.perItem(), progress);
        var customers = coverage(table, Related.Which.CUSTOMERS, Role.USER, related, tallies.column(user), log.perUser(), progress);
        double cells = (double) perUser.members() * perItem.members();
        return Optional.of(new InteractionProfile(log.events(), perUser.members(), perItem.members(), pairs, cells == 0 ? Double.NaN : pairs / cells,
                perUser, perItem, tallies.repeatedEvents(), times, catalogue, customers, log.complete()));
    }

    static InteractionProfile of(Interactions events, Progress progress) {
        var log = new EventLog(Limits.USUAL.events(), events.timed());
        for (int from = 0; from < events.size(); from += Chunk.ROWS) {
            progress.at(from, 4L * events.size());
            int to = Math.min(events.size(), from + Chunk.ROWS);
            log.add(Arrays.copyOfRange(events.user(), from, to), Arrays.copyOfRange(events.item(), from, to),
                    events.timed() ? new LongCells(Arrays.copyOfRange(events.time(), from, to)) : null);
        }
        Activity perUser = Activity.of(log.perUser()), perItem = Activity.of(log.perItem());
        long pairs = log.pairs(progress);
        progress.at(2, 4);
        double cells = (double) perUser.members() * perItem.members();
        return new InteractionProfile(log.events(), perUser.members(), perItem.members(), pairs, cells == 0 ? Double.NaN : pairs / cells, perUser, perItem,
                repeated(events, progress), log.times(progress), Optional.empty(), Optional.empty(), log.complete());
    }

    /** Events that repeat an earlier one of the same user, item and time: those of one time stand together. */
    private static long repeated(Interactions events, Progress progress) {
        if (!events.timed()) return 0;
        var pairs = new HashSet<Long>();
        long repeated = 0;
        for (int e = 0; e < events.size(); e++) {
            if (e % Chunk.ROWS == 0) progress.check();
            if (e > 0 && events.time()[e] != events.time()[e - 1]) pairs.clear();
            if (!pairs.add((long) events.user()[e] << Integer.SIZE | events.item()[e])) repeated++;
        }
        return repeated;
    }

    private static Optional<InteractionProfile.Coverage> coverage(Table table, Related.Which which, Role role, Related related, Tally ids, long[] events,
            Progress progress) {
        return related.table(which).map(list -> {
            Set<String> listed = ids(list, role, table.schema().field(table.schema().index(role)).name(), progress);
            long used = 0, orphans = 0, orphanRows = 0;
            for (int i = 0; i < ids.tracked(); i++) {
                boolean active = i < events.length && events[i] > 0;
                if (listed.contains(ids.text(i))) used += active ? 1 : 0;
                else {
                    orphans++;
                    orphanRows += ids.count(i);
                }
            }
            return new InteractionProfile.Coverage(listed.size(), listed.size() - used, orphans, orphanRows);
        });
    }

    /** The ids of a related list, as texts. */
    static Set<String> ids(Table list, Role role, String name, Progress progress) {
        int column = Related.idColumn(list, role, name);
        ColumnType type = list.schema().field(column).type();
        var ids = new HashSet<String>();
        list.scan(new int[] {column}, chunk -> {
            progress.check();
            for (int r = 0; r < chunk.rows(); r++) if (!chunk.columns().getFirst().missing(r)) ids.add(chunk.columns().getFirst().text(r, type));
        });
        return ids;
    }
}
