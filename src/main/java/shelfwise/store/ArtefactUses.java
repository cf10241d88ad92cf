package shelfwise.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who uses which artefacts now, and when each was last used. Uses are noted in memory and written together, and only if the store's own
 * time is some minutes old: reading costs no write. For several threads.
 */
final class ArtefactUses {
    /** An older time in the store is worth a write. */
    private static final Duration FRESH = Duration.ofMinutes(10);
    private final InstantSource clock;
    private final TreeSet<Long> holds = new TreeSet<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> going = new HashSet<>();
    private Map<String, Instant> unwritten = new HashMap<>();
    private long step;

    ArtefactUses(InstantSource clock) {
        this.clock = clock;
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    synchronized ArtefactStore.Hold hold() {
        long began = ++step;
        holds.add(began);
        var closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) release(began);
        };
    }

    private synchronized void release(long began) {
        holds.remove(began);
        if (holds.isEmpty()) since.clear();
    }

    /** Notes a use for those that hold. @return false if it is being swept away: then it is as if it were not there */
    synchronized boolean use(String key) {
        if (!holds.isEmpty()) since.put(key, ++step);
        return !going.contains(key);
    }

    /** Of a key in use its time of last use. @param written that the store has */
    synchronized void touch(String key, Instant written) {
        Instant now = clock.instant();
        if (written.plus(FRESH).isBefore(now)) unwritten.put(key, now);
    }

    synchronized boolean held(String key) {
        Long at = since.get(key);
        return at != null && at > holds.first();
    }

    /** Of {@code keys} those that nobody holds: from now on they are not there, until {@link #gone}. */
    synchronized Set<String> takeAway(Collection<String> keys) {
        var free = new HashSet<String>();
        for (String key : keys) if (!held(key)) free.add(key);
        going.addAll(free);
        return free;
    }

    synchronized void gone(Collection<String> keys) {
        going.removeAll(keys);
        keys.forEach(unwritten::remove);
    }

    /** Hands over the times that the store does not have yet. */
    synchronized Map<String, Instant> drain() {
        var drained = unwritten;
        unwritten = new HashMap<>();
        return drained;
    }
}
