/**
 * What a profile looks like, wherever one is shown: its head figures, findings, columns and events. May import ui, ui.kit and records of
 * the rooms below. Knows no place.
 */
@NullMarked
package shelfwise.ui.profile;

import org.jspecify.annotations.NullMarked;
