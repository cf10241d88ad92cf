/** Factor models: implicit alternating least squares and its row solvers on flat arrays. May import base, data, pipeline and the room above. */
@NullMarked
package shelfwise.model.factor;

import org.jspecify.annotations.NullMarked;
