/** Models side by side: how good they are, and how sure that is. */
@NullMarked
package shelfwise.ui.compare;

import org.jspecify.annotations.NullMarked;
