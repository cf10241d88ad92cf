/**
 * Recommending by vectors of items: the profiles of users, which content shares, vectors of any origin, and the interests of users. May
 * import base, data, pipeline and model itself.
 */
@NullMarked
package shelfwise.model.vectors;

import org.jspecify.annotations.NullMarked;
