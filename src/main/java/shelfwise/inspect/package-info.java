/**
 * Looking into results: similarity matrices and their ordering, popularity of items, why a row is in a list.
 * May import base, data, pipeline, model; Smile for clustering.
 */
@NullMarked
package shelfwise.inspect;

import org.jspecify.annotations.NullMarked;
