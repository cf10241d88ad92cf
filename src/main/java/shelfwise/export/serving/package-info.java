/**
 * Models as folders that other programs serve from: a card, what was learned, ids, vectors of items and users as NumPy arrays.
 *
 * <p>May import base, data, store, model. Not here: where a model comes from (app).
 */
@NullMarked
package shelfwise.export.serving;

import org.jspecify.annotations.NullMarked;
