/**
 * What flows through ports and is kept in the store: tables of column chunks, interactions, catalogue, vectors, split, lists,
 * metrics; column types and roles; ids with their mapping to dense numbers. Imports base alone.
 */
@NullMarked
package shelfwise.data;

import org.jspecify.annotations.NullMarked;
