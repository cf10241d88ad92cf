package shelfwise.profile;

import java.time.Instant;
import shelfwise.data.ColumnType;
import shelfwise.data.Role;

/** What a column's statistics tell by themselves. */
final class ColumnAlerts {
    private static final double MANY = 0.2, NEARLY_ALL = 0.95;
    private static final int MINIMUM = 20;

    private final Findings findings;
    private final long now;

    ColumnAlerts(Findings findings, long now) {
        this.findings = findings;
        this.now = now;
    }

    void find(ColumnProfile c, Tally tally) {
        missing(c);
        sameness(c);
        c.texts().ifPresent(t -> texts(c, t));
        c.numbers().ifPresent(n -> {
            if (c.type() == ColumnType.TIME) times(c, (NumberTally) tally);
            else if (c.type() != ColumnType.BOOLEAN) numbers(c, n);
        });
    }

    private static boolean key(ColumnProfile c) {
        return c.role() == Role.USER || c.role() == Role.ITEM || c.role() == Role.TIMESTAMP;
    }

    private void missing(ColumnProfile c) {
        var filter = new RowFilter.Missing(c.name());
        if (c.rows() > 0 && c.missing() == c.rows()) {
            findings.rows("empty-column", key(c) ? Severity.HIGH : Severity.MEDIUM, c.name(), c.missing(), filter, Fixes.drop(c.name()));
        } else if (key(c)) {
            findings.rows("missing-key", findings.from(Severity.HIGH, c.missing(), 0.01), c.name(), c.missing(), filter, Fixes.keepPresent(c.name()), c.role().word());
        } else {
            findings.rows("missing", findings.from(Severity.MEDIUM, c.missing(), MANY), c.name(), c.missing(), filter, Fixes.missing(c));
        }
    }

    private void sameness(ColumnProfile c) {
        if (c.present() > 1 && c.distinct() == 1 && c.missing() == 0) {
            findings.whole("constant", key(c) ? Severity.HIGH : Severity.LOW, c.name(), 1, key(c) ? null : Fixes.drop(c.name()), c.top().getFirst().value());
        }
        boolean plain = c.role() == Role.NONE || c.role() == Role.FEATURE || c.role() == Role.CATEGORY || c.role() == Role.COUNTRY;
        boolean codes = c.type() == ColumnType.INTEGER || c.type() == ColumnType.TEXT;
        if (plain && codes && c.exact() && c.present() >= MINIMUM && c.distinct() == c.present()) {
            findings.whole("all-different", Severity.LOW, c.name(), findings.share(c.present()), Fixes.drop(c.name()), c.distinct());
        }
    }

    private void texts(ColumnProfile c, TextStats t) {
        boolean id = c.role() == Role.USER || c.role() == Role.ITEM || c.role() == Role.ORDER || c.role() == Role.SESSION;
        findings.rows("outer-blanks", id ? Severity.MEDIUM : Severity.LOW, c.name(), t.outerBlanks(), new RowFilter.OuterBlank(c.name()), Fixes.trim(c.name()));
        if (c.present() == 0) return;
        boolean pointZero = t.pointZero() >= NEARLY_ALL * c.present();
        if (pointZero) {
            findings.rows("ids-point-zero", id ? Severity.MEDIUM : Severity.LOW, c.name(), t.pointZero(),
                    new RowFilter.Matches(c.name(), Shapes.POINT_ZERO, true), null, c.top().getFirst().value());
        }
        boolean plain = c.role() == Role.NONE || c.role() == Role.FEATURE || c.role() == Role.QUANTITY || c.role() == Role.PRICE || c.role() == Role.RATING;
        if (plain && !pointZero && t.numberLike() >= NEARLY_ALL * c.present()) {
            findings.whole("numbers-as-text", c.role() == Role.NONE ? Severity.LOW : Severity.MEDIUM, c.name(), (double) t.numberLike() / c.present(), null);
        }
        dates(c, t);
    }

    private void dates(ColumnProfile c, TextStats t) {
        if (t.dateLike() < 0.8 * c.present() || t.dateForms().isEmpty()) return;
        ValueCount main = t.dateForms().getFirst();
        findings.rows("mixed-dates", Severity.MEDIUM, c.name(), c.present() - main.count(),
                new RowFilter.Matches(c.name(), Shapes.dateRegex(main.value()), false), null, main.value());
    }

    private void times(ColumnProfile c, NumberTally t) {
        if (c.role() != Role.TIMESTAMP) return;
        var late = new RowFilter.Outside(c.name(), Double.NEGATIVE_INFINITY, now);
        findings.rows("future-time", findings.from(Severity.HIGH, t.late(), 0.01), c.name(), t.late(), late, Fixes.window(c.name(), "", day(now)), text(t.max()));
        var early = new RowFilter.Outside(c.name(), Tallies.EARLIEST, Double.POSITIVE_INFINITY);
        findings.rows("early-time", findings.from(Severity.HIGH, t.early(), 0.01), c.name(), t.early(), early,
                Fixes.window(c.name(), day(Tallies.EARLIEST), ""), text(t.min()));
    }

    private static String day(long millis) {
        return text(millis).substring(0, "1990-01-01".length());
    }

    private static String text(double millis) {
        return Instant.ofEpochMilli((long) millis).toString();
    }

    private void numbers(ColumnProfile c, NumberStats n) {
        boolean amount = c.role() == Role.QUANTITY || c.role() == Role.PRICE;
        boolean plain = c.role() == Role.NONE || c.role() == Role.FEATURE || c.role() == Role.STOCK;
        if (c.distinct() > 2 && (amount || plain)) {
            findings.rows("outliers", findings.from(amount ? Severity.MEDIUM : Severity.LOW, n.farOutliers(), 0.001), c.name(), n.farOutliers(),
                    new RowFilter.Outside(c.name(), n.farLow(), n.farHigh()), Fixes.outliers(c.name()), n.farLow(), n.farHigh(), n.min(), n.max());
        }
        var zero = new RowFilter.Within(c.name(), 0, 0);
        var negative = new RowFilter.Outside(c.name(), 0, Double.POSITIVE_INFINITY);
        Fix above = Fixes.keepAbove(c.name(), "0");
        if (c.role() == Role.QUANTITY) {
            findings.rows("negative-quantity", findings.from(Severity.HIGH, n.negatives(), 0.01), c.name(), n.negatives(), negative, above, n.min());
            findings.rows("zero-quantity", Severity.LOW, c.name(), n.zeros(), zero, above);
        }
        if (c.role() == Role.PRICE) {
            findings.rows("negative-price", Severity.MEDIUM, c.name(), n.negatives(), negative, above, n.min());
            findings.rows("zero-price", Severity.MEDIUM, c.name(), n.zeros(), zero, above);
        }
        if (c.role() == Role.RATING) rating(c, n);
    }

    private void rating(ColumnProfile c, NumberStats n) {
        ValueCount top = c.top().isEmpty() ? new ValueCount("", 0) : c.top().getFirst();
        double share = c.present() == 0 ? 0 : (double) top.count() / c.present();
        if (c.distinct() > 1 && share >= 0.5 && c.present() >= MINIMUM) findings.whole("rating-skew", Severity.LOW, c.name(), share, null, top.value(), n.mean());
    }
}
