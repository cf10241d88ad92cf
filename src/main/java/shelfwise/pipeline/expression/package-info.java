/**
 * The language of expressions over a table's columns: typed before any row is read, worked out column by column, with mistakes that name
 * their place. No class, file or clock can be reached from it. Missing values stay missing; what can't be computed becomes missing.
 * {@code docs/expressions.md} tells it to people.
 */
@NullMarked
package shelfwise.pipeline.expression;

import org.jspecify.annotations.NullMarked;
