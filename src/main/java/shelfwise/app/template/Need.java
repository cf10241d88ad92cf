package shelfwise.app.template;

import java.util.List;

/** One of the slots must be filled. */
public record Need(List<Slot> anyOf) {
    public Need {
        anyOf = List.copyOf(anyOf);
    }

    public boolean met(Choices choices) {
        return anyOf.stream().anyMatch(choices::fills);
    }
}
