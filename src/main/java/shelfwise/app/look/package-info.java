/**
 * Looking at what a step made: what its output holds in a few facts, and enough of it to be drawn. May import what app may. Not here: how
 * it looks (ui).
 */
@NullMarked
package shelfwise.app.look;

import org.jspecify.annotations.NullMarked;
