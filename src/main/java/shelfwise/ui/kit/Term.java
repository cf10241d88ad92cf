package shelfwise.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import shelfwise.base.Messages;

/**
 * A technical word with a dotted underline, explained in one sentence under the pointer: {@code term.KEY}, {@code term.KEY.help}, or for a
 * metric {@code metric.KEY}, {@code metric.KEY.help}.
 */
public final class Term extends Label {
    private static final Duration SOON = Duration.millis(200), LONG = Duration.seconds(30);

    public Term(String key, Messages messages) {
        String known = messages.find("metric." + key).isPresent() ? "metric." + key : "term." + key;
        super(messages.text(known));
        getStyleClass().add("term");
        var help = new Tooltip(messages.text(known + ".help"));
        help.setWrapText(true);
        help.setMaxWidth(360);
        help.setShowDelay(SOON);
        help.setShowDuration(LONG);
        setTooltip(help);
        setAccessibleHelp(help.getText());
    }
}
