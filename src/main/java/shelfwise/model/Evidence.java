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
     * A history item that contributed, or, for user neighbours, a user.
     *
     * @param kind         what {@code number} counts
     * @param number       an item of the history or a user
     * @param contribution its part of the score, in units of the score
     * @param share        its part of all positive contributions, 0 to 1
     * @param similarity   to the recommended item (or between the users); NaN where there is none
     * @param support      users in common (items in common between users); -1 where there is none
     * @param terms        words in common, for text models
     */
    public record Part(Kind kind, int number, double contribution, double share, double similarity, int support, List<String> terms) {
        public Part {
            terms = List.copyOf(terms);
        }
    }

    public enum Kind { ITEM, USER }
}
