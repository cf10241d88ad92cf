package shelfwise.model;

import java.util.List;

/** A recommender that can tell the interests of a user. */
public interface InterestTeller extends Recommender {
    /** The interests behind the scores for this history, largest first; empty where nothing is known of it. */
    List<Interest> interests(History history);
}
