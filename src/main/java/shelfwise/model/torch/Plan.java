package shelfwise.model.torch;

/**
 * How a network is trained, whichever it is.
 *
 * @param epochs    passes over all that is learned from, at most
 * @param rate      of learning, the highest
 * @param decay     of weights, decoupled
 * @param longest   gradients together are cut to this length
 * @param patience  ends early after so many looks at the validation part without gain; 0 for never
 * @param stopAt    ends after so many epochs, whatever the rate falls over; 0 for never
 * @param processor where to train
 * @param seed      of the first weights, the order of work and all that is drawn
 */
record Plan(int epochs, double rate, double decay, double longest, int patience, int stopAt, Processor processor, long seed) {
    /** The epoch after which it ends at the latest. */
    int end() {
        return stopAt > 0 ? Math.min(stopAt, epochs) : epochs;
    }
}
