package shelfwise.model;

import shelfwise.data.Interactions;
import shelfwise.pipeline.Volume;

/** How many events there are, of how many users and items: all that memory is reckoned from. */
public record Extent(long events, long users, long items) {
    public static Extent of(Interactions events) {
        return new Extent(events.size(), events.users().size(), events.items().size());
    }

    /** Of a split that has not been read: all its events, of which training has most. */
    public static Extent of(Volume split) {
        return new Extent(split.rows(), split.users(), split.items());
    }
}
