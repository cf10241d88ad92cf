/**
 * Vectors of words and of items, learned from what stands beside what: words in texts, items in the visits of users. May import base, data,
 * pipeline and model itself.
 */
@NullMarked
package shelfwise.model.words;

import org.jspecify.annotations.NullMarked;
