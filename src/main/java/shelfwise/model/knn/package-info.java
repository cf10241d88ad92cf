/**
 * Neighbour models: items like those of the history, and users like this one. Rows of a sparse matrix are measured against each other
 * by {@link shelfwise.model.knn.RowMeasure}; nothing else here knows how. May import base, data, pipeline and the room above.
 */
@NullMarked
package shelfwise.model.knn;

import org.jspecify.annotations.NullMarked;
