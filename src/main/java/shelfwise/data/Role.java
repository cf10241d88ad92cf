package shelfwise.data;

import shelfwise.base.Named;

/** What a column means. At most one column of an asset has each role but NONE, CATEGORY and FEATURE. */
public enum Role implements Named {
    NONE, USER, ITEM, TIMESTAMP, RATING, EVENT_TYPE, QUANTITY, PRICE, SESSION, ORDER, QUERY, POSITION, TITLE, DESCRIPTION, CATEGORY,
    IMAGE, STOCK, COUNTRY, FEATURE, WEIGHT;

    /** Whether several columns of one asset may have this role. */
    public boolean repeatable() {
        return this == NONE || this == CATEGORY || this == FEATURE;
    }

    /** The word used in files and on the command line: {@code event-type}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override public String nameKey() {
        return "role." + word();
    }
}
