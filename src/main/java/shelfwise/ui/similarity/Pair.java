package shelfwise.ui.similarity;

import shelfwise.app.ItemCard;
import shelfwise.app.SimilarityService;

/**
 * A cell of the matrix and the customers behind it.
 *
 * @param rowListed whether the row's item is on the list; else it is from the history
 * @param value     NaN never; 1 on the diagonal
 * @param common    customers of both
 */
record Pair(ItemCard row, boolean rowListed, ItemCard column, boolean columnListed, float value, SimilarityService.Common common) {
    boolean same() {
        return row.number() == column.number();
    }
}
