/**
 * The window's frame: rail, top bar, job strip, navigation, language and theme; the contract of a {@link shelfwise.ui.Place}.
 * Each place is a room below this one ({@code ui.home}, {@code ui.assets}, …) with a view and a view model; what they share is in
 * {@code ui.kit}. May import app and the records of base, data, pipeline, profile, evaluate, inspect. Imported by the launcher alone.
 */
@NullMarked
package shelfwise.ui;

import org.jspecify.annotations.NullMarked;
