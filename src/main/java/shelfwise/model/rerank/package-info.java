/**
 * Puts the lists of one model into another order: for variety, for the shares of categories, by the rules of the shop. Scores are made
 * to fit the new order.
 *
 * <p>Not here: models made of several models (hybrid).
 */
@org.jspecify.annotations.NullMarked package shelfwise.model.rerank;
