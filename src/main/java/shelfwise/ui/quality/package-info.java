/** How good a table is: findings with their rows and the steps that mend them, and each column's statistics. */
@NullMarked
package shelfwise.ui.quality;

import org.jspecify.annotations.NullMarked;
