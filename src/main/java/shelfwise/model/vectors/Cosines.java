package shelfwise.model.vectors;

import java.lang.ref.SoftReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Each item's cosines with all items. Histories share their items, so those asked for first are kept as far as there is room, and given up
 * where memory gets short; the numbers are the same either way. Safe for several threads.
 */
final class Cosines {
    /** Numbers kept at most: all of 5,600 items. */
    static final int ROOM = 32_000_000;
    private final Space space;
    private final int items;
    private final AtomicReferenceArray<@Nullable SoftReference<float[]>> kept;
    private final AtomicInteger left;

    /** @param room numbers that may be kept */
    Cosines(Space space, int items, int room) {
        this.space = space;
        this.items = items;
        kept = new AtomicReferenceArray<>(items);
        left = new AtomicInteger(items == 0 ? 0 : room / items);
    }

    /**
     * @param line one number an item, overwritten where the cosines are not kept
     * @return the cosines, not to be changed
     */
    float[] of(int item, float[] line) {
        SoftReference<float[]> before = kept.get(item);
        float[] known = before == null ? null : before.get();
        if (known != null) return known;
        if (before == null && left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            space.cosines(item, line);
            return line;
        }
        float[] made = new float[items];
        space.cosines(item, made);
        kept.set(item, new SoftReference<>(made));
        return made;
    }
}
