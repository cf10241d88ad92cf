/**
 * Models made of several models: weighted, fused by rank, switched, in a cascade, or blended by what is learned from validation data.
 *
 * <p>Not here: putting the list of one model into another order (rerank).
 */
@org.jspecify.annotations.NullMarked package shelfwise.model.hybrid;
