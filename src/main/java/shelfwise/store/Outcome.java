package shelfwise.store;

/** How a run ended; BROKEN_OFF if the program ended before it did. */
public enum Outcome {
    RUNNING, DONE, FAILED, CANCELLED, BROKEN_OFF
}
