package shelfwise.profile;

import java.util.List;

/**
 * What the texts of a column are like; missing values are not among them. Lengths are in characters as people count them (code points).
 *
 * @param minLength    shortest
 * @param meanLength   mean over rows
 * @param maxLength    longest
 * @param blank        rows of white space alone
 * @param outerBlanks  rows that start or end with white space
 * @param numberLike   rows that read as a number
 * @param pointZero    rows that are whole numbers written like {@code 17850.0}
 * @param dateLike     rows that start with a date
 * @param dateForms    forms of those dates ({@code 9999-99-99}, {@code 99/99/9999}, …), the most frequent first
 * @param patterns     the most frequent patterns: {@code 99999A} for five digits and a capital, see {@link Shapes#pattern}
 * @param patternCount number of different patterns, counted up to 5,000
 */
public record TextStats(long minLength, double meanLength, long maxLength, long blank, long outerBlanks, long numberLike, long pointZero,
        long dateLike, List<ValueCount> dateForms, List<ValueCount> patterns, long patternCount) {
    public TextStats {
        dateForms = List.copyOf(dateForms);
        patterns = List.copyOf(patterns);
    }
}
