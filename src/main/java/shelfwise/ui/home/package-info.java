/** The place where one starts: projects to open, and how the open one stands. */
@NullMarked
package shelfwise.ui.home;

import org.jspecify.annotations.NullMarked;
