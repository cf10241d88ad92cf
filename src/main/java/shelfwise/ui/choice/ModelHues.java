package shelfwise.ui.choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shelfwise.app.ModelRef;
import shelfwise.store.ProjectSettings;

/** Gives each model of a project its colour and keeps it: the first hue that no model had before. Reads the store, so not on the UI thread. */
public final class ModelHues {
    private static final String SETTING = "ui.model-hues";
    private final ProjectSettings settings;

    public ModelHues(ProjectSettings settings) {
        this.settings = settings;
    }

    /** @param models the latest first */
    public List<ModelEntry> entries(List<ModelRef> models) {
        Map<String, Integer> hues = of(models.reversed().stream().map(ModelRef::name).toList());
        return models.stream().map(m -> new ModelEntry(m, hues.getOrDefault(m.name(), -1))).toList();
    }

    /** The index of the colour of each of these models, by name. */
    public synchronized Map<String, Integer> of(Collection<String> models) {
        var names = new ArrayList<>(settings.get(SETTING).orElse("").lines().toList());
        int before = names.size();
        for (String m : models) if (!names.contains(m)) names.add(m);
        if (names.size() > before) settings.put(SETTING, String.join("\n", names));
        return models.stream().distinct().collect(Collectors.toUnmodifiableMap(m -> m, names::indexOf));
    }
}
