package shelfwise.ui.pipelines.canvas;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Pipeline;

/**
 * What is chosen on the canvas. It never changes.
 *
 * @param items ids of nodes, folded groups and notes, the one chosen last at the end
 * @param links chosen links
 */
public record Selection(SequencedSet<String> items, Set<Link> links) {
    public static final Selection NONE = new Selection(new LinkedHashSet<>(), Set.of());

    public Selection {
        items = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(items));
        links = Set.copyOf(links);
    }

    public static Selection of(String item) {
        return of(Set.of(item));
    }

    public static Selection of(java.util.Collection<String> items) {
        return new Selection(new LinkedHashSet<>(items), Set.of());
    }

    public static Selection of(Link link) {
        return new Selection(new LinkedHashSet<>(), Set.of(link));
    }

    public boolean isEmpty() {
        return items.isEmpty() && links.isEmpty();
    }

    public boolean has(String item) {
        return items.contains(item);
    }

    /** What was chosen last. */
    public Optional<String> last() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast());
    }

    /** With it if it was not chosen, else without. */
    Selection toggled(String item) {
        var now = new LinkedHashSet<>(items);
        if (!now.remove(item)) now.add(item);
        return new Selection(now, links);
    }

    Selection toggled(Link link) {
        var now = new LinkedHashSet<>(links);
        if (!now.remove(link)) now.add(link);
        return new Selection(items, now);
    }

    Selection plus(java.util.Collection<String> more) {
        var now = new LinkedHashSet<>(items);
        now.removeAll(more);
        now.addAll(more);
        return new Selection(now, links);
    }

    /** What of it {@code known} items and the pipeline's links still have. */
    Selection within(Set<String> known, Pipeline pipeline) {
        var left = new LinkedHashSet<>(items);
        left.retainAll(known);
        var linksLeft = new LinkedHashSet<>(links);
        linksLeft.retainAll(Set.copyOf(pipeline.links()));
        return left.size() == items.size() && linksLeft.size() == links.size() ? this : new Selection(left, linksLeft);
    }
}
