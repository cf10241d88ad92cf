package shelfwise.ui.choice;

import java.util.ArrayList;
import java.util.List;
import shelfwise.app.ModelRef;
import shelfwise.store.ProjectSettings;

/** Gives each model of a project its colour and keeps it: the first hue that no model had before. Reads the store, so not on the UI thread. */
public final class ModelHues {
    private static final String SETTING = "ui.model-hues";
    private final ProjectSettings settings;

    public ModelHues(ProjectSettings settings) {
        this.settings = settings;
    }

    public synchronized List<ModelEntry> entries(List<ModelRef> models) {
        var names = new ArrayList<>(settings.get(SETTING).orElse("").lines().toList());
        int before = names.size();
        for (ModelRef m : models.reversed()) if (!names.contains(m.name())) names.add(m.name());
        if (names.size() > before) settings.put(SETTING, String.join("\n", names));
        return models.stream().map(m -> new ModelEntry(m, names.indexOf(m.name()))).toList();
    }
}
