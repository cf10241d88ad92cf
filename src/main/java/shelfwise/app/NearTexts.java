package shelfwise.app;

import shelfwise.model.encoder.TellingWords;

/**
 * Why a title is near to one in the history, for an encoder of texts.
 *
 * @param item     of the history
 * @param nearness of its title to that of the item asked for, with the words of the latter
 */
public record NearTexts(ItemCard item, TellingWords.Nearness nearness) {
    /** History items that are told of. */
    static final int MOST = 3;
}
