/**
 * Linear models of items: each item is told by a weighted sum of the others. They work on the dense matrix of items by items, whose memory
 * they estimate first. May import base, data, pipeline and the rooms {@code model} and {@code model.kernel}.
 */
@NullMarked
package shelfwise.model.linear;

import org.jspecify.annotations.NullMarked;
