package shelfwise.model.torch;

import shelfwise.base.Checks;

/**
 * The sizes of a sequential Transformer.
 *
 * @param items  it knows
 * @param width  of all vectors
 * @param heads  of attention; a divisor of the width
 * @param blocks one above the other
 * @param length events of a history that are looked at, the latest
 */
record TransformerShape(int items, int width, int heads, int blocks, int length) {
    static final float LAYER_NORM = 1e-5f;

    TransformerShape {
        Checks.that(width % heads == 0, "the width " + width + " is no multiple of " + heads + " heads");
    }

    int headWidth() {
        return width / heads;
    }
}
