package shelfwise.data;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import shelfwise.base.Hashing;

/**
 * A value taken apart to be kept: small facts and tables. Arrays of numbers are one-column tables.
 *
 * @param facts small settings and numbers by name
 * @param parts tables by name
 */
public record Bundle(Map<String, String> facts, Map<String, Table> parts) {
    /** Begins the names of parts that tell how a value was made and not what it is: they are kept with it, and its hash does not know them. */
    public static final String ASIDE = "aside.";

    public Bundle {
        facts = Map.copyOf(facts);
        parts = Map.copyOf(parts);
    }

    public String hash() {
        var hashing = new Hashing();
        new TreeMap<>(facts).forEach((k, v) -> hashing.add(k).add(v));
        ((SequencedMap<String, Table>) new TreeMap<>(parts)).forEach((k, t) -> {
            if (!aside(k)) hashing.add(k).add(t.hash());
        });
        return hashing.hex();
    }

    /** Be it of a value inside this one. */
    private static boolean aside(String part) {
        return part.startsWith(ASIDE) || part.contains("." + ASIDE);
    }

    public String fact(String name) {
        String value = facts.get(name);
        if (value == null) throw new IllegalArgumentException("bundle has no fact " + name + ": " + facts.keySet());
        return value;
    }

    public Table part(String name) {
        Table table = parts.get(name);
        if (table == null) throw new IllegalArgumentException("bundle has no part " + name + ": " + parts.keySet());
        return table;
    }

    public static Table ids(Ids ids) {
        return TableBuilder.of(Schema.of(new Field("id", ColumnType.TEXT)), ids.cells());
    }

    public static Table ints(int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return longs(wide);
    }

    public static Table longs(long[] values) {
        return TableBuilder.of(Schema.of(new Field("value", ColumnType.INTEGER)), new LongCells(values));
    }

    public static Table floats(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return doubles(wide);
    }

    public static Table doubles(double[] values) {
        return TableBuilder.of(Schema.of(new Field("value", ColumnType.DECIMAL)), new DoubleCells(values));
    }

    public Ids ids(String part) {
        return new Ids(java.util.Arrays.asList(texts(part)));
    }

    public String[] texts(String part) {
        var all = new java.util.ArrayList<String>();
        part(part).scan(c -> {
            for (int i = 0; i < c.rows(); i++) all.add(c.columns().getFirst().text(i, ColumnType.TEXT));
        });
        return all.toArray(String[]::new);
    }

    public int[] ints(String part) {
        long[] wide = longs(part);
        int[] all = new int[wide.length];
        for (int i = 0; i < all.length; i++) all[i] = Math.toIntExact(wide[i]);
        return all;
    }

    public long[] longs(String part) {
        long[] all = new long[Math.toIntExact(part(part).rows())];
        int[] at = new int[1];
        part(part).scan(c -> {
            System.arraycopy(c.longs(0).values(), 0, all, at[0], c.rows());
            at[0] += c.rows();
        });
        return all;
    }

    public float[] floats(String part) {
        double[] wide = doubles(part);
        float[] all = new float[wide.length];
        for (int i = 0; i < all.length; i++) all[i] = (float) wide[i];
        return all;
    }

    public double[] doubles(String part) {
        double[] all = new double[Math.toIntExact(part(part).rows())];
        int[] at = new int[1];
        part(part).scan(c -> {
            System.arraycopy(c.doubles(0).values(), 0, all, at[0], c.rows());
            at[0] += c.rows();
        });
        return all;
    }

    /** The names of the parts, in alphabetical order. */
    public List<String> partNames() {
        return parts.keySet().stream().sorted().toList();
    }
}
