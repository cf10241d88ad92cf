package shelfwise.ui.choice;

import java.util.List;
import java.util.Optional;
import shelfwise.store.ProjectSettings;

/** The model and the customer that were looked at last, in whichever place: the project remembers them. Reads and writes the store, so not on the UI thread. */
public final class LastLooked {
    /** @param model its name; @param user its id */
    public record Look(String model, String user) { }

    private static final String SETTING = "ui.last-looked";
    private final ProjectSettings settings;

    public LastLooked(ProjectSettings settings) {
        this.settings = settings;
    }

    public Optional<Look> get() {
        List<String> lines = settings.get(SETTING).orElse("").lines().toList();
        return lines.size() == 2 ? Optional.of(new Look(lines.getFirst(), lines.getLast())) : Optional.empty();
    }

    public void put(Look look) {
        if (!look.user().contains("\n") && !get().equals(Optional.of(look))) settings.put(SETTING, look.model() + "\n" + look.user());
    }
}
