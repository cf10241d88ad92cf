package shelfwise.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** A histogram while it is counted. */
final class Bins {
    private static final int BINS = 30, MOST = 4_000;

    private final double[] edges;
    private final long[] counts;
    private final boolean closed;
    private long under, over;

    /** @param closed whether the last bin holds its upper edge */
    Bins(double[] edges, boolean closed) {
        this.edges = edges;
        this.closed = closed;
        counts = new long[Math.max(0, edges.length - 1)];
    }

    void add(double value, long rows) {
        if (edges.length == 0) return;
        double last = edges[edges.length - 1];
        if (value < edges[0]) under += rows;
        else if (value > last || value == last && !closed) over += rows;
        else if (value == last) counts[counts.length - 1] += rows;
        else {
            int found = Arrays.binarySearch(edges, value);
            counts[found >= 0 ? found : -found - 2] += rows;
        }
    }

    Histogram histogram() {
        return edges.length == 0 ? Histogram.EMPTY
                : new Histogram(DoubleStream.of(edges).boxed().toList(), LongStream.of(counts).boxed().toList(), under, over);
    }

    /** At most 30 equal bins from {@code low} to {@code high}; those of whole numbers are whole numbers wide and start at one. None without an end. */
    static Bins equal(double low, double high, boolean whole) {
        if (!Double.isFinite(high - low)) return new Bins(new double[0], false);
        if (whole && high - low < 1e15) {
            double first = Math.floor(low), width = Math.max(1, Math.ceil((Math.floor(high) - first + 1) / BINS));
            int n = (int) Math.ceil((Math.floor(high) - first + 1) / width);
            return new Bins(steps(first, width, n), false);
        }
        if (low == high) return new Bins(new double[] {low, Math.nextUp(low)}, true);
        double[] edges = steps(low, (high - low) / BINS, BINS);
        edges[BINS] = high;
        return new Bins(edges, true);
    }

    private static double[] steps(double first, double width, int n) {
        double[] edges = new double[n + 1];
        Arrays.setAll(edges, i -> first + i * width);
        return edges;
    }

    /** 1, 2, 3, 5, 10, 20, 50, …: one and two alone, then a log scale, to beyond {@code max}. */
    static double[] oneTwoFive(double max) {
        if (max < 1) return new double[0];
        var edges = DoubleStream.builder().add(1).add(2).add(3);
        double last = 3;
        for (double ten = 1; last <= max; ten *= 10) {
            for (double step : new double[] {5, 10, 20}) {
                if (last > max) break;
                last = step * ten;
                edges.add(last);
            }
        }
        return edges.build().toArray();
    }

    /** Calendar bins in UTC from minutes to years, the finest that gives no more than 60. */
    static Bins calendar(long first, long last) {
        LocalDateTime from = at(first), to = at(last);
        for (ChronoUnit unit : new ChronoUnit[] {ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS}) {
            if (unit.between(from, to) < 60) return new Bins(calendarEdges(from, to, unit), false);
        }
        return ChronoUnit.YEARS.between(from, to) < MOST ? new Bins(calendarEdges(from, to, ChronoUnit.YEARS), false) : equal(first, last, true);
    }

    /** One bin a day, month or other unit from a day to a year; none at all where they were more than 4,000. */
    static Bins each(ChronoUnit unit, long first, long last) {
        LocalDateTime from = at(first), to = at(last);
        return new Bins(unit.between(from, to) < MOST ? calendarEdges(from, to, unit) : new double[0], false);
    }

    private static LocalDateTime at(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    private static double[] calendarEdges(LocalDateTime from, LocalDateTime to, ChronoUnit unit) {
        LocalDate day = from.toLocalDate();
        LocalDateTime edge = switch (unit) {
            case MINUTES, HOURS -> from.truncatedTo(unit);
            case WEEKS -> day.minusDays(day.getDayOfWeek().getValue() - 1L).atStartOfDay();
            case MONTHS -> day.withDayOfMonth(1).atStartOfDay();
            case YEARS -> day.withDayOfYear(1).atStartOfDay();
            default -> day.atStartOfDay();
        };
        var edges = new ArrayList<Double>();
        for (; !edge.isAfter(to); edge = edge.plus(1, unit)) edges.add((double) edge.toInstant(ZoneOffset.UTC).toEpochMilli());
        edges.add((double) edge.toInstant(ZoneOffset.UTC).toEpochMilli());
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
