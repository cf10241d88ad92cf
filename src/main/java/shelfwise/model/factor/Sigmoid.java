package shelfwise.model.factor;

/** 1 / (1 + e^-x), read from a table with straight lines between (error below 1e-6): the same bits on every machine, unlike {@link Math#exp}. */
public final class Sigmoid {
    private static final int END = 16, STEPS = 128;
    private static final float[] TABLE = table();

    private Sigmoid() { }

    private static float[] table() {
        float[] table = new float[2 * END * STEPS + 2];
        for (int k = 0; k < table.length; k++) table[k] = (float) (1 / (1 + StrictMath.exp(END - (double) k / STEPS)));
        return table;
    }

    public static float of(float x) {
        float place = (Math.clamp(x, -END, END) + END) * STEPS;
        int k = (int) place;
        return TABLE[k] + (place - k) * (TABLE[k + 1] - TABLE[k]);
    }
}
