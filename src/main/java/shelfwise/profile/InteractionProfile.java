package shelfwise.profile;

import java.util.Optional;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;

/**
 * What the events of a table are like. An event is a row with both a user and an item.
 *
 * @param events         number of events
 * @param users          users with events
 * @param items          items with events
 * @param pairs          different user-item pairs
 * @param density        pairs / (users x items)
 * @param perUser        events over users
 * @param perItem        events over items
 * @param repeatedEvents events that repeat an earlier one of the same user, item and time; 0 without a time column
 * @param times          where the timestamp column is of type TIME
 * @param catalogue      where a catalogue was given: items against it
 * @param customers      where a customer list was given: users against it
 * @param exact          false for tables of more than 20 million events: pairs, density, gaps and same-time events are then those of the first 20 million
 */
public record InteractionProfile(long events, long users, long items, long pairs, double density, Activity perUser, Activity perItem,
        long repeatedEvents, Optional<Times> times, Optional<Coverage> catalogue, Optional<Coverage> customers, boolean exact) {
    /**
     * @param first    earliest event, milliseconds since 1970 UTC
     * @param last     latest event
     * @param sameTime events that share user and time with another event: their order is that of the file
     * @param gaps     milliseconds between a user's consecutive events; pauses of 0 are left out
     * @param pauses   those gaps on bins from a second to 90 days: a valley between two hills is a natural end of a session
     * @param perDay   events per day in UTC; empty where the range is longer than 4,000 days
     * @param perMonth events per month in UTC
     */
    public record Times(long first, long last, long sameTime, Quantiles gaps, Histogram pauses, Histogram perDay, Histogram perMonth) { }

    /**
     * Ids of the events against the ids of a list.
     *
     * @param listed     different ids in the list
     * @param unused     ids of the list without events
     * @param orphans    ids of the table that the list lacks
     * @param orphanRows rows of the orphans, events or not
     */
    public record Coverage(long listed, long unused, long orphans, long orphanRows) { }

    /** Of events that have left their table, as they flow between steps. Cost: O(events log events). @throws java.util.concurrent.CancellationException if cancelled */
    public static InteractionProfile of(Interactions events, Progress progress) {
        return InteractionSummary.of(events, progress);
    }
}
