package shelfwise.app.search;

/** Makes of a seed and a number another seed, unlike those of other numbers. */
final class Mix {
    private Mix() { }

    /** The finaliser of MurmurHash3 over both (Steele, Lea, Flood 2014, Fast splittable pseudorandom number generators). */
    static long of(long seed, long number) {
        long z = seed + number * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 33) * 0xFF51AFD7ED558CCDL;
        z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
        return z ^ z >>> 33;
    }

    /** The same as a number from 0 (inclusive) to 1 (exclusive). */
    static double unit(long seed, long number) {
        return (of(seed, number) >>> 11) * 0x1.0p-53;
    }
}
