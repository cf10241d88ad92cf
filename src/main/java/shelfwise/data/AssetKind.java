package shelfwise.data;

/** What an asset holds, as told by its roles. */
public enum AssetKind {
    INTERACTIONS, CATALOGUE, CUSTOMERS, SEARCH_LOG, REVIEWS, ADVERT_LOG, OTHER
}
