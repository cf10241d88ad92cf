package shelfwise.ui.kit;

import java.util.Locale;
import javafx.scene.control.Label;
import shelfwise.base.Messages;

/** How grave a finding is: colour, icon and word always together. */
public enum Severity {
    ERROR(Icons.ERROR), WARNING(Icons.WARNING), INFO(Icons.INFO), GOOD(Icons.DONE);

    private final Icons icon;

    Severity(Icons icon) {
        this.icon = icon;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A badge with icon and word. */
    public Label badge(Messages messages) {
        return badge(messages.text("ui.severity." + word()));
    }

    /** A badge with this icon and colour and another text, such as a count of alerts. */
    public Label badge(String text) {
        var picture = icon.icon();
        picture.getStyleClass().add("severity-" + word());
        var badge = new Label(text, picture);
        badge.getStyleClass().addAll("badge", "badge-" + word());
        return badge;
    }
}
