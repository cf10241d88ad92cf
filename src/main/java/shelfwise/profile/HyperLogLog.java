package shelfwise.profile;

/**
 * Estimates the number of different hashes with a standard error of 0.8 % in 16 kB (Flajolet, Fusy, Gandouet and Meunier 2007; hashes of
 * 64 bits need no correction for large numbers, Heule, Nunkesser and Hall 2013).
 */
final class HyperLogLog {
    private static final int BITS = 14, REGISTERS = 1 << BITS;
    private final byte[] registers = new byte[REGISTERS];

    void add(long hash) {
        int register = (int) (hash >>> Long.SIZE - BITS);
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << BITS - 1) + 1);
        if (rank > registers[register]) registers[register] = rank;
    }

    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte r : registers) {
            sum += 1.0 / (1L << r);
            if (r == 0) empty++;
        }
        double raw = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS / sum;
        return Math.round(raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log((double) REGISTERS / empty) : raw);
    }
}
