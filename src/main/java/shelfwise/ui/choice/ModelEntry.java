package shelfwise.ui.choice;

import shelfwise.app.ModelRef;

/** A model as it is chosen. @param hue index of its colour of categories, the same in every place */
public record ModelEntry(ModelRef model, int hue) {
    public String name() {
        return model.name();
    }
}
