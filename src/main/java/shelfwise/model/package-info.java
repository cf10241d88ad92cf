/**
 * The Recommender contract and the models: popularity here, neighbours in {@code knn}, factors in {@code factor}, text in {@code content}.
 * Kernels work on plain arrays. May import base, data, pipeline.
 */
@NullMarked
package shelfwise.model;

import org.jspecify.annotations.NullMarked;
