package shelfwise.app;

/**
 * What is shown of an item.
 *
 * @param number     its number in the model
 * @param id         as it stands in the source
 * @param title      empty if the catalogue tells none
 * @param category   empty if the catalogue tells none
 * @param price      NaN if the catalogue tells none
 * @param users      customers in training
 * @param percentile share of items with fewer customers, 0 to 1
 */
public record ItemCard(int number, String id, String title, String category, double price, int users, float percentile) {
    /** The title, or the id where there is none. */
    public String label() {
        return title.isEmpty() ? id : title;
    }
}
