package shelfwise.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a place shows while it has nothing: a sentence what it is for, one button for the next step, a link to try it. */
public final class EmptyState extends VBox {
    public EmptyState(Icons icon, String title, String sentence) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var picture = icon.icon(20);
        picture.getStyleClass().add("empty-state-icon");
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var text = new Label(sentence);
        text.getStyleClass().add("empty-state-text");
        text.setWrapText(true);
        getChildren().addAll(picture, heading, text);
    }

    /** Takes button and links away, so that others can be offered. */
    public EmptyState clear() {
        getChildren().removeIf(ButtonBase.class::isInstance);
        return this;
    }

    /** Adds the one button, a verb on it; Enter presses it from anywhere. */
    public EmptyState button(String verb, Runnable act) {
        return add(verb, act, true);
    }

    /** Adds the one button where there are fields beside it, in which Enter means something else. */
    public EmptyState besideFields(String verb, Runnable act) {
        return add(verb, act, false);
    }

    private EmptyState add(String verb, Runnable act, boolean enter) {
        var button = new Button(verb);
        button.getStyleClass().add("accent");
        button.setDefaultButton(enter);
        button.setOnAction(_ -> act.run());
        getChildren().add(button);
        return this;
    }

    /** Adds a link below the button. */
    public EmptyState link(String text, Runnable act) {
        var link = new Hyperlink(text);
        link.setOnAction(_ -> act.run());
        getChildren().add(link);
        return this;
    }
}
