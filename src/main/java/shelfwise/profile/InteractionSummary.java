package shelfwise.profile;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import shelfwise.base.Progress;
import shelfwise.data.ColumnType;
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
