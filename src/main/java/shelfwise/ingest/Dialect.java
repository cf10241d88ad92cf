package shelfwise.ingest;

/**
 * How fields are told apart.
 *
 * @param delimiter empty where the file has one column only
 * @param quote     0 for none
 * @param escape    0 for none
 */
record Dialect(String delimiter, char quote, char escape) {
    static final Dialect COMMA = new Dialect(",", '"', '\0');

    String quoteText() {
        return quote == 0 ? "" : String.valueOf(quote);
    }

    String escapeText() {
        return escape == 0 ? "" : String.valueOf(escape);
    }
}
