package shelfwise.app.search;

/**
 * What is to be tried.
 *
 * @param number from 1, in the order of the search
 * @param point  place in the space, a number from 0 to 1 for each dimension; never changed
 * @param share  part of the full cost, above 0 to 1
 */
record Draw(int number, double[] point, double share) { }
