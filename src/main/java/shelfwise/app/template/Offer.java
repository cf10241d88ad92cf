package shelfwise.app.template;

import java.util.List;

/**
 * A template with what a project would fill it with.
 *
 * @param unmet what the project lacks for it
 */
public record Offer(Template template, Choices guess, List<Need> unmet) {
    public Offer {
        unmet = List.copyOf(unmet);
    }

    /** Whether a pipeline can be made of it as it is. */
    public boolean ready() {
        return unmet.isEmpty();
    }
}
