package shelfwise.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shelfwise.base.Problem;

/** Amounts of bytes as people write and read them: thousands of thousands, as disks count. */
final class ByteSize {
    private static final String UNITS = "kmgt";
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*([kmgt]?)b?");
    private static final int THOUSAND = 1_000;

    private ByteSize() { }

    /** @throws shelfwise.base.ProblemException unless it is a number with or without a unit, such as {@code 500m} or {@code 1.5 GB} */
    static long parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) throw Problem.of("cli.not-a-size", text).asException();
        int power = written.group(2).isEmpty() ? 0 : UNITS.indexOf(written.group(2)) + 1;
        return new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(THOUSAND).pow(power)).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    static String text(long bytes, Figures figures) {
        int power = 0;
        double value = bytes;
        while (Math.abs(value) >= THOUSAND && power < UNITS.length()) {
            value /= THOUSAND;
            power++;
        }
        if (power == 0) return figures.count(bytes) + " B";
        return figures.decimal(value, value < 10 ? 1 : 0) + (power == 1 ? " kB" : " " + Character.toUpperCase(UNITS.charAt(power - 1)) + "B");
    }
}
