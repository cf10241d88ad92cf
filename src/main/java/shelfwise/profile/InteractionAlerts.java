package shelfwise.profile;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shelfwise.data.Role;
import shelfwise.data.Table;

/** What the events tell: repeats, users and items with few or very many events, concentration, ids that related lists lack. */
final class InteractionAlerts {
    private static final int HEAVY_AT_LEAST = 100, MOST_NAMED = 50;

    private final Findings findings;
    private final Tallies tallies;
    private final InteractionProfile p;
    private final OptionalInt user;
    private final String userName, itemName, timeName;

    InteractionAlerts(Findings findings, Table table, Tallies tallies, InteractionProfile p) {
        this.findings = findings;
        this.tallies = tallies;
        this.p = p;
        user = table.schema().find(Role.USER);
        userName = table.schema().field(user.orElseThrow()).name();
        itemName = table.schema().field(table.schema().index(Role.ITEM)).name();
        timeName = table.schema().fieldOf(Role.TIMESTAMP).map(f -> f.name()).orElse("");
    }

    void find() {
        if (p.users() == 0) return;
        findings.rows("repeated-events", findings.from(Severity.MEDIUM, p.repeatedEvents(), 0.01), null, p.repeatedEvents(),
                new RowFilter.RepeatedKey(List.of(userName, itemName, timeName)), Fixes.aggregate());
        few("users-few-events", userName, itemName, p.perUser(), tallies.log().perUser(), Fixes.usersWithEvents());
        few("items-few-events", itemName, userName, p.perItem(), tallies.log().perItem(), Fixes.itemsWithEvents());
        heavyUsers();
        concentration();
        p.catalogue().ifPresent(c -> coverage("orphan-items", "unused-items", itemName, Related.Which.CATALOGUE, c));
        p.customers().ifPresent(c -> coverage("orphan-users", "unused-users", userName, Related.Which.CUSTOMERS, c));
        if (timeName.isEmpty()) findings.whole("no-time", Severity.MEDIUM, null, 1, null);
        p.times().ifPresent(t -> {
            double share = (double) t.sameTime() / p.events();
            if (share >= 0.2) findings.whole("same-time", Severity.LOW, timeName, Math.min(1, share), null, t.sameTime());
        });
    }

    private void few(String id, String column, String other, Activity activity, long[] events, Fix fix) {
        Severity severity = activity.few() >= 0.2 * activity.members() ? Severity.MEDIUM : Severity.LOW;
        findings.rows(id, severity, column, rows(events, 1, Activity.FEW - 1), new RowFilter.ByEvents(column, other, 1, Activity.FEW - 1), fix,
                activity.few(), (double) activity.few() / activity.members(), activity.members());
    }

    private static long rows(long[] events, long least, long most) {
        long rows = 0;
        for (long e : events) if (e >= least && e <= most) rows += e;
        return rows;
    }

    /** Users far above the rest on a log scale: above exp of Tukey's fence of ln(events), and at least 100 events. */
    private void heavyUsers() {
        Quantiles q = p.perUser().quantiles();
        long fence = Math.max(HEAVY_AT_LEAST, (long) Math.ceil(q.p75() * Math.pow(q.p75() / q.p25(), 1.5)));
        long[] events = tallies.log().perUser();
        int[] heavy = IntStream.range(0, events.length).filter(u -> events[u] > fence).toArray();
        if (heavy.length == 0) return;
        int busiest = IntStream.of(heavy).reduce(heavy[0], (a, b) -> events[b] > events[a] ? b : a);
        List<String> ids = IntStream.of(heavy).limit(MOST_NAMED + 1).mapToObj(tallies.column(user)::text).toList();
        boolean named = ids.size() <= MOST_NAMED && ids.stream().noneMatch(id -> id.contains("|")); // a filter's list is parted by |
        long rows = rows(events, fence + 1, Long.MAX_VALUE);
        findings.rows("heavy-users", findings.from(Severity.MEDIUM, rows, 0.1), userName, rows,
                new RowFilter.ByEvents(userName, itemName, fence + 1, Long.MAX_VALUE), named ? Fixes.dropAll(userName, ids) : null,
                heavy.length, fence, tallies.column(user).text(busiest), events[busiest]);
    }

    private void concentration() {
        if (p.items() >= 100 && p.perItem().top1Share() >= 0.1) {
            findings.whole("long-tail", p.perItem().top1Share() >= 0.3 ? Severity.MEDIUM : Severity.LOW, itemName, p.perItem().top1Share(), null,
                    p.perItem().gini(), p.perItem().top10Share());
        }
        if (p.users() >= 100 && p.items() >= 100 && p.density() < 0.001) findings.whole("sparse", Severity.LOW, null, p.density(), null, p.users(), p.items());
    }

    private void coverage(String orphanId, String unusedId, String column, Related.Which which, InteractionProfile.Coverage c) {
        Fix fix = which == Related.Which.CATALOGUE ? Fixes.joinCatalogue() : null;
        findings.rows(orphanId, findings.from(which == Related.Which.CATALOGUE ? Severity.HIGH : Severity.MEDIUM, c.orphanRows(), 0.01), column, c.orphanRows(),
                new RowFilter.NotIn(column, which), fix, c.orphans());
        if (c.unused() > 0) findings.whole(unusedId, Severity.LOW, column, (double) c.unused() / c.listed(), null, c.unused(), c.listed());
    }
}
