package shelfwise.evaluate;

import shelfwise.base.Messages;
import shelfwise.data.Metrics;

/** Segments in words. */
public final class SegmentNames {
    private static final String CATEGORY = "category:";

    private SegmentNames() { }

    /** @param segment of a {@link Metrics.Row} */
    public static String of(String segment, Messages messages) {
        if (segment.equals(Metrics.ALL)) return messages.text("segment.all");
        if (segment.startsWith(CATEGORY)) return messages.text("segment.category", segment.substring(CATEGORY.length()));
        return messages.text("segment." + segment.replace(':', '-'));
    }
}
