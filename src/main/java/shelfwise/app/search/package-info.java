/**
 * Searches for the settings with which a model does best on the validation part: at random, by a tree of Parzen estimators, or by successive
 * halving. Trials are runs in the store, which is what a stopped search goes on from.
 *
 * <p>Not here: which settings a model has (its operator), how well it does (evaluate). Knows nothing of the rest of app.
 */
@NullMarked
package shelfwise.app.search;

import org.jspecify.annotations.NullMarked;
