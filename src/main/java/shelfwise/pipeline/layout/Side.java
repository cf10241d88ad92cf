package shelfwise.pipeline.layout;

/** The edge of a box. */
public enum Side {
    LEFT, RIGHT, TOP, BOTTOM
}
