package shelfwise.profile;

/** How much a finding matters, the worst first: HIGH breaks or biases a recommender, MEDIUM hurts it, LOW is good to know. */
public enum Severity {
    HIGH, MEDIUM, LOW
}
