package shelfwise.model;

import java.util.List;

/**
 * One of the interests of somebody.
 *
 * @param number of the interest in the model, the same for all users who have it
 * @param name   its telling categories and words, never empty
 * @param weight its share of all interests of the user, 0 to 1
 * @param items  the history items behind it, those that count most first
 */
public record Interest(int number, List<String> name, double weight, List<Integer> items) {
    public Interest {
        name = List.copyOf(name);
        items = List.copyOf(items);
    }
}
