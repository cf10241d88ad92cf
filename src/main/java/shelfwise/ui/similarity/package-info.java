/**
 * The place where one sees how alike products are: the items of a customer's list and history against each other.
 * May import ui, ui.kit, ui.choice, app and records below it. Imported by the window that makes the places.
 */
@NullMarked
package shelfwise.ui.similarity;

import org.jspecify.annotations.NullMarked;
