/**
 * Inner loops over plain arrays, once on the Vector API and once in plain Java with the same results to the last bit. Knows nothing of
 * models. May import base alone; used by the rooms of model.
 */
@NullMarked
package shelfwise.model.kernel;

import org.jspecify.annotations.NullMarked;
