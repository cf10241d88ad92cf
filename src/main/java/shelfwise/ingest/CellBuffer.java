package shelfwise.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import shelfwise.data.Cells;
import shelfwise.data.DoubleCells;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.TextCells;

/** Gathers the cells of one column for the next chunk. */
abstract sealed class CellBuffer {
    private final Field field;

    private CellBuffer(Field field) {
        this.field = field;
    }

    static CellBuffer of(Field field, ValueFormat format) {
        return switch (format) {
            case ValueFormat.Text _ -> new Texts(field);
            case ValueFormat.Decimal d -> new Doubles(field, d);
            case ValueFormat.OfLong l -> new Longs(field, l);
        };
    }

    String name() {
        return field.name();
    }

    /** Message key of why a value was not taken. */
    String reason() {
        return "reject." + field.type().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return whether the characters are a value or missing; if not, nothing is added */
    abstract boolean add(char[] c, int from, int to);

    abstract void addMissing();

    abstract void removeLast();

    /** Characters of text kept so far. */
    long characters() {
        return 0;
    }

    /** The cells gathered; the buffer is empty afterwards. */
    abstract Cells take();

    private static final class Longs extends CellBuffer {
        private final ValueFormat.OfLong format;
        private long[] values = new long[1024];
        private int n;

        Longs(Field field, ValueFormat.OfLong format) {
            super(field);
            this.format = format;
        }

        @Override boolean add(char[] c, int from, int to) {
            int a = from, z = to;
            while (a < z && Missing.isSpace(c[a])) a++;
            while (z > a && Missing.isSpace(c[z - 1])) z--;
            long value = a == z ? LongCells.MISSING : format.parse(c, a, z);
            if (value == LongCells.MISSING && !Missing.inValues(c, a, z)) return false;
            put(value);
            return true;
        }

        private void put(long value) {
            if (n == values.length) values = Arrays.copyOf(values, n * 2);
            values[n++] = value;
        }

        @Override void addMissing() {
            put(LongCells.MISSING);
        }

        @Override void removeLast() {
            n--;
        }

        @Override Cells take() {
            var cells = new LongCells(Arrays.copyOf(values, n));
            n = 0;
            return cells;
        }
    }

    private static final class Doubles extends CellBuffer {
        private final ValueFormat.Decimal format;
        private double[] values = new double[1024];
        private int n;

        Doubles(Field field, ValueFormat.Decimal format) {
            super(field);
            this.format = format;
        }

        @Override boolean add(char[] c, int from, int to) {
            int a = from, z = to;
            while (a < z && Missing.isSpace(c[a])) a++;
            while (z > a && Missing.isSpace(c[z - 1])) z--;
            double value = a == z ? Double.NaN : format.parse(c, a, z);
            if (Double.isNaN(value) && !Missing.inValues(c, a, z)) return false;
            put(value);
            return true;
        }

        private void put(double value) {
            if (n == values.length) values = Arrays.copyOf(values, n * 2);
            values[n++] = value;
        }

        @Override void addMissing() {
            put(Double.NaN);
        }

        @Override void removeLast() {
            n--;
        }

        @Override Cells take() {
            var cells = new DoubleCells(Arrays.copyOf(values, n));
            n = 0;
            return cells;
        }
    }

    /** Codes texts as they come, without making a text of one already known. */
    private static final class Texts extends CellBuffer {
        private final Role role;
        private final List<String> dictionary = new ArrayList<>();
        private int[] codes = new int[1024], slots = new int[1024], hashes = new int[512];
        private int n;
        private long characters;

        Texts(Field field) {
            super(field);
            role = field.role();
        }

        @Override boolean add(char[] c, int from, int to) {
            put(Missing.inText(c, from, to, role) ? -1 : code(c, from, to));
            return true;
        }

        private int code(char[] c, int from, int to) {
            int hash = 0;
            for (int i = from; i < to; i++) hash = 31 * hash + c[i];
            hash *= 0x9E3779B9; // spreads the high bits, which pick the slot
            int mask = slots.length - 1, slot = (hash >>> 16 ^ hash) & mask;
            while (slots[slot] != 0) {
                int code = slots[slot] - 1;
                if (hashes[code] == hash && equal(dictionary.get(code), c, from, to)) return code;
                slot = slot + 1 & mask;
            }
            int code = dictionary.size();
            dictionary.add(new String(c, from, to - from));
            characters += to - from;
            if (code == hashes.length) hashes = Arrays.copyOf(hashes, code * 2);
            hashes[code] = hash;
            slots[slot] = code + 1;
            if (code * 2 > slots.length) grow();
            return code;
        }

        private static boolean equal(String known, char[] c, int from, int to) {
            if (known.length() != to - from) return false;
            for (int i = from; i < to; i++) if (known.charAt(i - from) != c[i]) return false;
            return true;
        }

        private void grow() {
            slots = new int[slots.length * 4];
            int mask = slots.length - 1;
            for (int code = 0; code < dictionary.size(); code++) {
                int slot = (hashes[code] >>> 16 ^ hashes[code]) & mask;
                while (slots[slot] != 0) slot = slot + 1 & mask;
                slots[slot] = code + 1;
            }
        }

        private void put(int code) {
            if (n == codes.length) codes = Arrays.copyOf(codes, n * 2);
            codes[n++] = code;
        }

        @Override void addMissing() {
            put(-1);
        }

        @Override void removeLast() {
            n--;
        }

        @Override long characters() {
            return characters;
        }

        @Override Cells take() {
            var cells = new TextCells(dictionary.toArray(String[]::new), Arrays.copyOf(codes, n));
            dictionary.clear();
            Arrays.fill(slots, 0);
            characters = 0;
            n = 0;
            return cells;
        }
    }
}
