/** Frozen lists: what they hold, where they come from, and their files for others. */
@NullMarked
package shelfwise.ui.snapshots;

import org.jspecify.annotations.NullMarked;
