package shelfwise.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import shelfwise.base.Messages;

/** Numbers, shares and times as people of one language read them. A missing value is a dash. */
public final class Numbers {
    public static final String MISSING = "–";
    private static final int FIGURES = 4;
    private static final double TINY = 1e-4, HUGE = 1e15;
    private final Messages messages;
    private final DateTimeFormatter minute, day;

    public Numbers(Messages messages) {
        this.messages = messages;
        this.minute = DateTimeFormatter.ofPattern(messages.text("ui.format.minute"), messages.locale());
        this.day = DateTimeFormatter.ofPattern(messages.text("ui.format.day"), messages.locale());
    }

    /** A count, with separators: 541,909. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(count);
    }

    /** At most 4 significant figures; whole numbers in full. */
    public String number(double value) {
        if (Double.isNaN(value)) return MISSING;
        if (value == Math.rint(value) && Math.abs(value) < HUGE) return count((long) value);
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
        var rounded = BigDecimal.valueOf(value).round(new MathContext(FIGURES));
        if (Math.abs(value) < TINY || Math.abs(value) >= HUGE) return new DecimalFormat("0.###E0").format(rounded);
        var format = NumberFormat.getNumberInstance(messages.locale());
        format.setMaximumFractionDigits(Math.max(0, FIGURES - rounded.precision() + rounded.scale()));
        return format.format(rounded);
    }

    /** All figures, for a hover. */
    public String exact(double value) {
        if (Double.isNaN(value)) return MISSING;
        var format = NumberFormat.getNumberInstance(messages.locale());
        format.setMaximumFractionDigits(15);
        return format.format(value);
    }

    /** With {@code digits} after the point, for a column of like numbers. */
    public String fixed(double value, int digits) {
        if (Double.isNaN(value)) return MISSING;
        var format = NumberFormat.getNumberInstance(messages.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** A share of 1 as a percentage with one decimal: 0.125 is 12.5%. What would round to nothing, but is something, is &lt;0.1%. */
    public String percent(double share) {
        if (Double.isNaN(share)) return MISSING;
        var format = NumberFormat.getPercentInstance(messages.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return share > 0 && share < 0.0005 ? "<" + format.format(0.001) : format.format(share);
    }

    /** A TIME cell's milliseconds (of the zone chosen at import): 3 Nov 2011, 14:05. */
    public String time(long millis) {
        return minute.format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
    }

    public String day(long millis) {
        return day.format(Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC));
    }

    /** A moment by the clock of this machine, as of a run. */
    public String moment(Instant moment) {
        return minute.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** How long something takes: 850 ms, 12.3 s, 2 min 5 s, 1 h 12 min. */
    public String duration(long millis) {
        if (millis < 1_000) return messages.text("ui.format.millis", millis);
        if (millis < 60_000) return messages.text("ui.format.seconds", fixed(millis / 1000.0, millis < 10_000 ? 1 : 0));
        long seconds = millis / 1000, minutes = seconds / 60;
        if (minutes < 60) return messages.text("ui.format.minutes", minutes, seconds % 60);
        return messages.text("ui.format.hours", minutes / 60, minutes % 60);
    }

    /** A time that goes down, in steps of a second, from a minute on of five, from ten minutes on of a minute: more would flicker. */
    public String timeLeft(long millis) {
        long step = millis < 60_000 ? 1_000 : millis < 600_000 ? 5_000 : 60_000;
        return duration(Math.ceilDiv(millis, step) * step);
    }

    public String bytes(long bytes) {
        if (bytes < 1_000) return count(bytes) + " B";
        if (bytes < 1_000_000) return number(round(bytes / 1e3)) + " kB";
        return bytes < 1_000_000_000 ? number(round(bytes / 1e6)) + " MB" : number(round(bytes / 1e9)) + " GB";
    }

    private static double round(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
