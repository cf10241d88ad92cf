package shelfwise.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import shelfwise.base.Progress;
import shelfwise.data.Chunk;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Role;
import shelfwise.data.Schema;

/** Everything that is counted while a table streams by. */
final class Tallies {
    /** 1990: before the first shop on the web; an earlier event is a wrong unit or a default. */
    static final long EARLIEST = 631_152_000_000L;

    private final List<Tally> columns = new ArrayList<>();
    private final OptionalInt user, item, time, title;
    private final int[] all, event;
    private final Repeats rows, events;
    private final EventLog log;
    private final boolean timed;
    private final BitSet severalTitles = new BitSet(); // by item
    private long[] firstTitle = new long[64];          // hash of the first title of each item; 0 is none yet
    private long repeatedRows, repeatedEvents;

    /** @param now times after it are counted, milliseconds since 1970 UTC */
    Tallies(Schema schema, Limits limits, long now) {
        user = schema.find(Role.USER);
        item = schema.find(Role.ITEM);
        time = schema.find(Role.TIMESTAMP);
        title = schema.find(Role.TITLE);
        var budget = new Tally.Budget(limits.values());
        var keyBudget = new Tally.Budget(Integer.MAX_VALUE);
        for (Field f : schema.fields()) {
            boolean key = f.role() == Role.USER || f.role() == Role.ITEM;
            Tally.Budget own = key ? keyBudget : budget;
            int limit = key ? limits.keys() : limits.distinct();
            columns.add(f.type() == ColumnType.TEXT ? new TextTally(own, limit) : new NumberTally(own, limit, f.type(), EARLIEST, now));
        }
        all = IntStream.range(0, schema.size()).toArray();
        event = user.isPresent() && item.isPresent() && time.isPresent() ? new int[] {user.getAsInt(), item.getAsInt(), time.getAsInt()} : new int[0];
        rows = new Repeats(limits.repeats());
        events = new Repeats(limits.repeats());
        timed = time.isPresent() && schema.field(time.getAsInt()).type() == ColumnType.TIME;
        log = new EventLog(limits.events(), timed);
    }

    /** Takes a chunk with all columns. */
    void add(Chunk chunk, Progress progress) {
        int[] users = new int[chunk.rows()], items = new int[chunk.rows()], others = new int[chunk.rows()];
        for (int c : all) {
            if (c % 8 == 0) progress.check();
            boolean isUser = user.isPresent() && user.getAsInt() == c, isItem = item.isPresent() && item.getAsInt() == c;
            columns.get(c).add(chunk.columns().get(c), isUser ? users : isItem ? items : others);
        }
        for (long hash : Mix.rows(chunk, all)) if (rows.seen(hash)) repeatedRows++;
        if (user.isPresent() && item.isPresent()) {
            log.add(users, items, timed ? (LongCells) chunk.columns().get(time.getAsInt()) : null);
        }
        if (event.length > 0) {
            boolean[] incomplete = Mix.incomplete(chunk, event);
            long[] hashes = Mix.rows(chunk, event);
            for (int r = 0; r < hashes.length; r++) if (!incomplete[r] && events.seen(hashes[r])) repeatedEvents++;
        }
        if (item.isPresent() && title.isPresent()) addTitles(items, Mix.rows(chunk, title.getAsInt()));
    }

    private void addTitles(int[] items, long[] titles) {
        for (int r = 0; r < items.length; r++) {
            int i = items[r];
            if (i < 0) continue;
            if (i >= firstTitle.length) firstTitle = Arrays.copyOf(firstTitle, Math.max(i + 1, 2 * i));
            if (firstTitle[i] == 0) firstTitle[i] = titles[r];
            else if (firstTitle[i] != titles[r]) severalTitles.set(i);
        }
    }

    List<Tally> columns() {
        return columns;
    }

    Tally column(OptionalInt place) {
        return columns.get(place.orElseThrow());
    }

    EventLog log() {
        return log;
    }

    long repeatedRows() {
        return repeatedRows;
    }

    long repeatedEvents() {
        return repeatedEvents;
    }

    /** Numbers of the items with more than one title; no title counts as one. */
    int[] itemsOfSeveralTitles() {
        return severalTitles.stream().toArray();
    }
}
