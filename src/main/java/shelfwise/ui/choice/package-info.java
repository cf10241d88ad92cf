/**
 * What several places let a person choose from: a model in its colour, a customer or a product by some letters.
 * May import ui, ui.kit, app and records below it. Knows no place.
 */
@NullMarked
package shelfwise.ui.choice;

import org.jspecify.annotations.NullMarked;
