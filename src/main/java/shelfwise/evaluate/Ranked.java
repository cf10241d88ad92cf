package shelfwise.evaluate;

/**
 * The lists that one model made.
 *
 * @param model the model's name
 * @param width places in each list
 * @param items measured users x width, best first, -1 behind the end of a list that stayed short
 * @param auc   of each measured user, see {@link Auc}; NaN where it was not asked for
 * @param tied  users whose list would be another with the equal scores at its end taken in another order
 */
record Ranked(String model, int width, int[] items, float[] auc, int tied) {
    /** Lets {@code list} look at the list of the measured user at {@code place}. */
    void show(int place, OneList list) {
        list.items = items;
        list.from = place * width;
        int rows = 0;
        while (rows < width && items[list.from + rows] >= 0) rows++;
        list.rows = rows;
    }
}
