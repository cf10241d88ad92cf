package shelfwise.profile;

/**
 * What bounds the memory of a profile.
 *
 * @param distinct different values of a column that are counted one by one
 * @param values   of those over all columns together
 * @param keys     different users, and different items, that are counted one by one
 * @param events   events whose user, item and time are kept
 * @param repeats  rows among which repeats are found
 */
record Limits(int distinct, int values, int keys, int events, int repeats) {
    static final Limits USUAL = new Limits(2_000_000, 6_000_000, 8_000_000, 20_000_000, 30_000_000);
}
