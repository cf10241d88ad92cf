package shelfwise.model.content;

/** How the weight of a term grows with the times it comes in an item and falls with the items it comes in. */
public enum Scheme { TF_IDF, BM25 }
