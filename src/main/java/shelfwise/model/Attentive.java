package shelfwise.model;

import java.util.List;

/** A recommender that can tell where its network looked when it read a history. */
public interface Attentive extends Recommender {
    /**
     * How much one event of the history was looked at.
     *
     * @param event  its place in the history, from 0, the oldest
     * @param item   of the event
     * @param weight its part of the whole attention, 0 to 1
     */
    record Attended(int event, int item, double weight) { }

    /**
     * How much the history's last place attended to each event, by the mean over the heads of the last block: what the network looked at, not
     * what moved a score. The same for all items, for they are scored by what was read. The weights add up to 1.
     *
     * @return oldest first, of the latest events that are read at all; none where the network has no such attention or nothing to read
     */
    List<Attended> attention(History history);
}
