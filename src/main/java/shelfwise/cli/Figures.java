package shelfwise.cli;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import shelfwise.base.Messages;

/** Numbers and times as people read them, in their language. What is not defined is a dash. */
record Figures(Messages messages) {
    static final String NONE = "–";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    String count(long n) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(n);
    }

    /** With a fixed number of decimals. */
    String decimal(double value, int decimals) {
        return Double.isFinite(value) ? String.format(messages.locale(), "%." + decimals + "f", value) : NONE;
    }

    /** Any number, with as many decimals as its size asks for, at most four significant ones behind the point. */
    String number(double value) {
        if (!Double.isFinite(value)) return NONE;
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return count((long) value);
        NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
        int before = (int) Math.floor(Math.log10(Math.abs(value)));
        format.setMaximumFractionDigits(Math.clamp(3 - before, 2, 6));
        return format.format(value);
    }

    /** A share from 0 to 1 as per cent. */
    String share(double share) {
        return Double.isFinite(share) ? String.format(messages.locale(), share > 0 && share < 0.001 ? "%.2f %%" : "%.1f %%", 100 * share) : NONE;
    }

    /** Milliseconds since 1970 as a time in UTC. */
    String time(long millis) {
        return MINUTE.format(Instant.ofEpochMilli(millis));
    }

    String seconds(double seconds) {
        if (seconds < 60) return messages.text("cli.seconds", decimal(seconds, 1));
        long whole = Math.round(seconds);
        return messages.text("cli.minutes", whole / 60, whole % 60);
    }
}
