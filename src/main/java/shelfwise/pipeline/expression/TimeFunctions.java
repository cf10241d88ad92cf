package shelfwise.pipeline.expression;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import shelfwise.data.ColumnType;
import shelfwise.data.DoubleCells;
import shelfwise.data.LongCells;
import shelfwise.data.Reading;

/** Functions of times, which are UTC as they are everywhere in tables. */
final class TimeFunctions {
    private static final long DAY = 86_400_000, HOUR = 3_600_000, MINUTE = 60_000;

    static final List<Operation> ALL = List.of(
            Operation.of("time", 1, a -> a.any(0).type() == ColumnType.TIME || a.any(0).constant().isPresent() ? a.time(0)
                    : Texts.part(a.text(0), List.of(), ColumnType.TIME, (text, _) -> Functions.read(() -> Reading.time(text)))),
            Operation.of("year", 1, a -> day(a, LocalDate::getYear)),
            Operation.of("month", 1, a -> day(a, LocalDate::getMonthValue)),
            Operation.of("day", 1, a -> day(a, LocalDate::getDayOfMonth)),
            Operation.of("weekday", 1, a -> day(a, d -> d.getDayOfWeek().getValue())),
            Operation.of("hour", 1, a -> Numbers.eachLong(a.time(0), ColumnType.INTEGER, t -> Math.floorMod(t, DAY) / HOUR)),
            Operation.of("minute", 1, a -> Numbers.eachLong(a.time(0), ColumnType.INTEGER, t -> Math.floorMod(t, HOUR) / MINUTE)),
            Operation.of("date", 1, a -> Numbers.eachLong(a.time(0), ColumnType.TIME, t -> t - Math.floorMod(t, DAY))),
            Operation.of("days_between", 2, a -> daysBetween(a.time(0), a.time(1))),
            Operation.of("add_days", 2, a -> addDays(a.time(0), a.number(1))));

    private TimeFunctions() { }

    private static Part day(Arguments a, ToLongFunction<LocalDate> field) {
        return Numbers.eachLong(a.time(0), ColumnType.INTEGER, t -> {
            long day = Math.floorDiv(t, DAY);
            return day < LocalDate.MIN.toEpochDay() || day > LocalDate.MAX.toEpochDay() ? LongCells.MISSING : field.applyAsLong(LocalDate.ofEpochDay(day));
        });
    }

    private static Part daysBetween(Part from, Part to) {
        return Part.of(ColumnType.DECIMAL, chunk -> {
            long[] x = Numbers.longs(from.kernel().on(chunk)), y = Numbers.longs(to.kernel().on(chunk));
            double[] days = new double[x.length];
            for (int i = 0; i < days.length; i++) {
                days[i] = x[i] == LongCells.MISSING || y[i] == LongCells.MISSING ? Double.NaN : ((double) y[i] - x[i]) / DAY;
            }
            return new DoubleCells(days);
        });
    }

    private static Part addDays(Part time, Part days) {
        return Part.of(ColumnType.TIME, chunk -> {
            long[] t = Numbers.longs(time.kernel().on(chunk)), later = new long[t.length];
            double[] d = Numbers.doubles(days.kernel().on(chunk));
            for (int i = 0; i < later.length; i++) {
                double at = t[i] + d[i] * DAY;
                later[i] = t[i] == LongCells.MISSING || !(Math.abs(at) < 0x1p62) ? LongCells.MISSING : t[i] + Math.round(d[i] * DAY);
            }
            return new LongCells(later);
        });
    }
}
