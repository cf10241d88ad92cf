package shelfwise.model;

import java.util.List;

/**
 * Why a row is in a list.
 *
 * @param score    the model's score
 * @param additive whether the parts' contributions add up to the score
 * @param parts    what contributed, largest first
 */
public record Evidence(float score, boolean additive, List<Part> parts) {
    public Evidence {
        parts = List.copyOf(parts);
    }

    /**
     * What contributed: a history item, a user like this one, one of several models, a rule, a feature of the item, an interest, or what is
     * known of the customer besides the history.
     *
     * @param kind         what it is, and what {@code number} counts
     * @param number       of the item, user, model or interest; a place of its own for the others
     * @param contribution its part of the score, in units of the score
     * @param share        its part of all positive contributions, 0 to 1
     * @param similarity   to the recommended item (or between the users); NaN where there is none
     * @param support      users in common (items in common between users); -1 where there is none
     * @param terms        ITEM: words in common, for text models; MODEL: its name; FEATURE: column and value; INTEREST: its telling words, as
     *                     its name; CUSTOMER: column and value of each thing known; RULE: a message key and its arguments
     */
    public record Part(Kind kind, int number, double contribution, double share, double similarity, int support, List<String> terms) {
        public Part {
            terms = List.copyOf(terms);
        }

        /** What tells it to a person: a message key and its arguments; empty for items and users, which have names of their own. */
        public List<String> words() {
            return switch (kind) {
                case ITEM, USER -> List.of();
                case MODEL -> List.of("model.why.model", String.join(" ", terms));
                case FEATURE -> List.of("model.why.feature", terms.getFirst(), String.join(" ", terms.subList(1, terms.size())));
                case INTEREST -> List.of("model.why.interest", String.join(" · ", terms));
                case CUSTOMER -> List.of("model.why.customer", String.join(" · ", terms));
                case RULE -> terms;
            };
        }
    }

    public enum Kind { ITEM, USER, MODEL, RULE, FEATURE, INTEREST, CUSTOMER }
}
