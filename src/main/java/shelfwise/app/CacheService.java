package shelfwise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Checks;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.store.ArtefactCache;
import shelfwise.store.Project;

/**
 * What steps made and the project keeps, so that they are not run again: its size, its limit, and how it goes. The results of a pipeline stay
 * until a later run replaces them, whatever the limit. For several threads, and beside runs.
 */
public final class CacheService {
    /** Bytes, where the analyst has chosen nothing. */
    public static final long DEFAULT_LIMIT = 4_000_000_000L;
    /** Bytes of the disk that are left to others. */
    static final long LEFT_FREE = 1_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(CacheService.class);
    private static final String LIMIT = "cache.limit";

    /**
     * How much is kept.
     *
     * @param usage  what it takes
     * @param limit  bytes, as chosen
     * @param room   bytes that may be used now: less than the limit where the disk is almost full
     * @param file   bytes of the store's file, with the assets and what is free in it
     * @param free   bytes that are free on the disk
     */
    public record State(ArtefactCache.Usage usage, long limit, long room, long file, long free) { }

    /** What clears: {@code RESULTS} takes with it what Lists, Compare and Similarity show of the latest runs. */
    public enum Extent { UNNEEDED, RESULTS }

    /**
     * What clearing would take, unless a run that goes on holds it.
     *
     * @param models names of those whose lists could not be shown any more until a run makes them again
     */
    public record Loss(long bytes, int entries, List<String> models) {
        public Loss {
            models = List.copyOf(models);
        }
    }

    /** What went. @param disk bytes by which the store's file is smaller now */
    public record Cleared(long bytes, int entries, long disk) { }

    private final Project project;
    private final ArtefactCache cache;
    private final ModelService models;

    CacheService(Project project, ModelService models) {
        this.project = project;
        cache = project.cache();
        this.models = models;
    }

    public State state() {
        ArtefactCache.Usage usage = cache.usage(needed());
        long free = free();
        return new State(usage, limit(), room(usage.bytes(), free), cache.fileBytes(), free);
    }

    private Set<String> needed() {
        return NeededOutputs.keys(project.runs().made());
    }

    private long room(long bytes, long free) {
        return Math.max(0, Math.min(limit(), bytes + free - LEFT_FREE));
    }

    private long free() {
        try {
            return Files.getFileStore(project.folder()).getUsableSpace();
        } catch (IOException e) {
            throw Problem.of("store.read-only", project.folder().toString()).asException(e);
        }
    }

    /** Bytes; more is kept only if it is needed. */
    public long limit() {
        return project.settings().get(LIMIT).map(Long::parseLong).orElse(DEFAULT_LIMIT);
    }

    /** Remembers another limit; what is above it goes at once. @param bytes 0 keeps what is needed alone */
    public Cleared limit(long bytes, Progress progress) {
        Checks.inRange("bytes", bytes, 0, Long.MAX_VALUE);
        project.settings().put(LIMIT, String.valueOf(bytes));
        return sweep(progress);
    }

    /**
     * Takes away what was not used for the longest time, until the rest has room.
     *
     * @throws java.util.concurrent.CancellationException once cancelled; what has gone is gone
     */
    public Cleared sweep(Progress progress) {
        State state = state();
        return state.usage().bytes() <= state.room() ? new Cleared(0, 0, 0) : clear(state.room(), Extent.UNNEEDED, progress);
    }

    /** As {@link #sweep}, after a run: that it fails is no reason for the run to fail. */
    void tidy() {
        try {
            cache.writeUses();
            Cleared cleared = sweep(Progress.NONE);
            if (cleared.entries() > 0) LOG.info("{} kept values of {} bytes went, the store's file is {} bytes smaller", cleared.entries(), cleared.bytes(), cleared.disk());
        } catch (ProblemException e) {
            LOG.warn("what is kept could not be tidied", e);
        }
    }

    /** What {@link #clear} would take. */
    public Loss loss(Extent extent) {
        Set<String> needed = needed(extent);
        ArtefactCache.Usage usage = cache.usage(needed);
        return new Loss(usage.clearable(), usage.entries() - usage.stay(), models.list().stream().filter(m -> !needed.contains(m.key())).map(ModelRef::name).toList());
    }

    /** Takes away all that may go, whatever the limit; what a run that goes on has found or made stays. */
    public Cleared clear(Extent extent, Progress progress) {
        return clear(0, extent, progress);
    }

    private Cleared clear(long target, Extent extent, Progress progress) {
        ArtefactCache.Swept swept = cache.sweep(target, () -> needed(extent), progress.part(0, 0.5));
        return new Cleared(swept.bytes(), swept.entries(), cache.giveBack(progress.part(0.5, 1)));
    }

    private Set<String> needed(Extent extent) {
        return switch (extent) {
            case UNNEEDED -> needed();
            case RESULTS -> Set.of();
        };
    }
}
