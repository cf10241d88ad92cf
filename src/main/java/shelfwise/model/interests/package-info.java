/**
 * Interests of users: groups of items that are taken for like reasons, named by what the catalogue says of them, and a recommender on
 * them. Clustering by Smile. May import base, data, pipeline and model itself.
 */
@NullMarked
package shelfwise.model.interests;

import org.jspecify.annotations.NullMarked;
