package shelfwise.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import shelfwise.base.Progress;

/** What lies in the store for later runs: how much it is, and how it goes. For several threads, and beside runs. */
public final class ArtefactCache {
    /**
     * What artefacts take. Values that several share count once; those that an asset has as well don't count.
     *
     * @param bytes      of all artefacts
     * @param stayBytes  of those that are needed or in use
     * @param entries    all artefacts
     * @param stay       those of them that are needed or in use
     */
    public record Usage(long bytes, long stayBytes, int entries, int stay) {
        /** What clearing would bring. */
        public long clearable() {
            return bytes - stayBytes;
        }
    }

    /** What went. */
    public record Swept(long bytes, int entries) { }

    /** So much goes in one transaction: others who write wait for it. */
    private static final long BATCH_BYTES = 64_000_000;
    private static final int BATCH = 200;
    private final Database database;
    private final ArtefactUses uses;

    ArtefactCache(Database database, ArtefactUses uses) {
        this.database = database;
        this.uses = uses;
    }

    /** Cost: one look at each artefact and its columns; no value is read. @param needed keys of those that must stay */
    public Usage usage(Set<String> needed) {
        ArtefactSizes sizes = database.read(ArtefactSizes::read);
        List<String> stay = sizes.entries().stream().map(ArtefactSizes.Entry::key).filter(key -> needed.contains(key) || uses.held(key)).toList();
        return new Usage(sizes.bytes(_ -> true), sizes.bytes(Set.copyOf(stay)::contains), sizes.entries().size(), stay.size());
    }

    /**
     * Sweeps away what was not used for the longest time, until no more than {@code target} bytes are left. What is needed stays, and what
     * a {@link ArtefactStore.Hold} holds. Each step is a transaction: broken off at any moment, the store is whole. What a later run finds no
     * more it makes again.
     *
     * @param needed keys of those that must stay, asked for again at each step: a run that ends meanwhile makes others needed
     * @throws java.util.concurrent.CancellationException once cancelled; what has gone is gone
     */
    public Swept sweep(long target, Supplier<Set<String>> needed, Progress progress) {
        writeUses();
        ArtefactSizes sizes = database.read(ArtefactSizes::read);
        Set<String> stay = needed.get();
        var victims = sizes.victims(target, key -> stay.contains(key) || uses.held(key));
        long bytes = 0;
        int entries = 0, seen = 0;
        for (List<Map.Entry<ArtefactSizes.Entry, Long>> batch : batches(victims)) {
            progress.at(seen, victims.size());
            Set<String> gone = takeAway(batch.stream().map(e -> e.getKey().key()).toList(), needed);
            bytes += batch.stream().filter(e -> gone.contains(e.getKey().key())).mapToLong(Map.Entry::getValue).sum();
            entries += gone.size();
            seen += batch.size();
        }
        progress.at(seen, victims.size());
        return new Swept(bytes, entries);
    }

    private static List<List<Map.Entry<ArtefactSizes.Entry, Long>>> batches(Map<ArtefactSizes.Entry, Long> victims) {
        var all = new ArrayList<List<Map.Entry<ArtefactSizes.Entry, Long>>>();
        long room = 0;
        for (var victim : victims.entrySet()) {
            if (all.isEmpty() || room < victim.getValue() || all.getLast().size() == BATCH) {
                all.add(new ArrayList<>());
                room = BATCH_BYTES;
            }
            all.getLast().add(victim);
            room -= victim.getValue();
        }
        return all;
    }

    /** Under the lock, so that no run ends between the look at what is needed and the deletion. */
    private Set<String> takeAway(List<String> keys, Supplier<Set<String>> needed) {
        return database.change(c -> {
            Set<String> stay = needed.get();
            Set<String> gone = uses.takeAway(keys.stream().filter(key -> !stay.contains(key)).toList());
            try {
                delete(c, gone);
                c.commit(); // before others may look for them again
                return gone;
            } finally {
                uses.gone(gone);
            }
        });
    }

    private static void delete(Connection c, Set<String> keys) throws SQLException {
        try (var parts = c.prepareStatement("DELETE FROM artefact_part WHERE artefact_key = ?"); var all = c.prepareStatement("DELETE FROM artefact WHERE artefact_key = ?")) {
            for (String key : keys) {
                parts.setString(1, key);
                parts.executeUpdate();
                all.setString(1, key);
                all.executeUpdate();
            }
        }
        if (!keys.isEmpty()) Tables.sweep(c);
    }

    /** Writes what was noted of uses since the last time, in one transaction. */
    public void writeUses() {
        Map<String, Instant> times = uses.drain();
        if (times.isEmpty()) return;
        database.change(c -> {
            try (var update = c.prepareStatement("UPDATE artefact SET used = ? WHERE artefact_key = ?")) {
                for (var e : times.entrySet()) {
                    update.setObject(1, e.getValue().atOffset(ZoneOffset.UTC));
                    update.setString(2, e.getKey());
                    update.addBatch();
                }
                return update.executeBatch().length;
            }
        });
    }

    /** Gives free room in the store's file back to the disk; see {@link FileSpace#giveBack}. @return bytes by which the file is smaller now */
    public long giveBack(Progress progress) {
        return new FileSpace(database).giveBack(progress);
    }

    /** Bytes of the store's file. */
    public long fileBytes() {
        return new FileSpace(database).bytes();
    }
}
