package shelfwise.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import shelfwise.ui.kit.Fxml;
import shelfwise.ui.kit.Icons;

/** The looks of the window: on a light or a dark ground, each as it is or in high contrast. */
public enum Theme {
    LIGHT(false, false), DARK(true, false), LIGHT_CONTRAST(false, true), DARK_CONTRAST(true, true);

    private final boolean dark, contrast;

    Theme(boolean dark, boolean contrast) {
        this.dark = dark;
        this.contrast = contrast;
    }

    private static Theme of(boolean dark, boolean contrast) {
        return Stream.of(values()).filter(t -> t.dark == dark && t.contrast == contrast).findFirst().orElse(LIGHT);
    }

    /** The one with this name; {@link #LIGHT} if there is none. */
    static Theme named(String name) {
        return Stream.of(values()).filter(t -> t.name().equals(name)).findFirst().orElse(LIGHT);
    }

    boolean contrast() {
        return contrast;
    }

    /** The style sheet under all others. */
    String stylesheet() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /** The product's own style sheets, the last of which speak last. */
    List<String> stylesheets() {
        return contrast ? List.of(Fxml.STYLES, Fxml.sheet("contrast"), Fxml.sheet(dark ? "contrast-dark" : "contrast-light")) : List.of(Fxml.STYLES);
    }

    /** On the other ground. */
    Theme other() {
        return of(!dark, contrast);
    }

    /** On the same ground, in high contrast if this is not, and the other way round. */
    Theme stronger() {
        return of(dark, !contrast);
    }

    String key() {
        return "ui.theme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Icons icon() {
        return contrast ? Icons.CONTRAST : dark ? Icons.DARK : Icons.LIGHT;
    }
}
