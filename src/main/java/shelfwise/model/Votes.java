package shelfwise.model;

import shelfwise.data.Sparse;

/** What each item says of each other item, by which a {@link VotingModel} scores. Safe for several threads. */
public interface Votes {
    /** scores[j] += weight · vote of {@code voter} for j, for all items j. */
    void add(int voter, float weight, float[] scores);

    /** The vote of {@code voter} for {@code candidate}; 0 where there is none. */
    float of(int voter, int candidate);

    /** @param votes items x items: row i holds the items that item i votes for */
    static Votes of(Sparse votes) {
        return new Votes() {
            @Override public void add(int voter, float weight, float[] scores) {
                int[] candidate = votes.column();
                float[] vote = votes.value();
                int end = votes.start()[voter + 1];
                for (int v = votes.start()[voter]; v < end; v++) scores[candidate[v]] += weight * vote[v];
            }

            @Override public float of(int voter, int candidate) {
                return votes.at(voter, candidate);
            }
        };
    }
}
