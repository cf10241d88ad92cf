/**
 * The place where lists are read: history, list and <i>Why?</i> of a customer, similar products of a product.
 * May import ui, ui.kit, ui.choice, app and records below it. Imported by the window that makes the places.
 */
@NullMarked
package shelfwise.ui.lists;

import org.jspecify.annotations.NullMarked;
