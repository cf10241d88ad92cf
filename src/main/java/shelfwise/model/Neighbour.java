package shelfwise.model;

/**
 * Another item or user, and how like it is.
 *
 * @param number     its dense number
 * @param similarity in the model's own measure
 * @param support    users (for items) or items (for users) that both have in common; -1 where the measure counts none
 */
public record Neighbour(int number, float similarity, int support) { }
