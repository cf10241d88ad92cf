package shelfwise.ui;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shelfwise.base.Messages;
import shelfwise.ui.kit.ErrorPane;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** What lies over the places: dialogues, questions, errors, the palette. One at a time; inside the window, so that it cannot be lost behind it. */
public final class Floats {
    private static final Logger LOG = LoggerFactory.getLogger(Floats.class);
    private final ModalPane pane;
    private final Messages messages;
    private @Nullable Node focusBefore;

    Floats(ModalPane pane, Messages messages) {
        this.pane = pane;
        this.messages = messages;
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((_, _, displayed) -> {
            if (!displayed) Platform.runLater(this::clear); // the pane closes itself on Esc and on a click beside the box
        });
    }

    private void clear() {
        if (pane.isDisplay()) return;
        pane.setContent(null);
        if (focusBefore != null) focusBefore.requestFocus();
        focusBefore = null;
    }

    boolean isOpen() {
        return pane.isDisplay();
    }

    void hide() {
        pane.hide(true);
    }

    void show(String title, Parent content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(null, Icons.CLOSE.icon());
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip(messages.text("ui.close")));
        close.setOnAction(_ -> hide());
        var bar = new HBox(heading, gap, close);
        bar.getStyleClass().addAll("line", "dialogue-bar");
        VBox.setVgrow(content, Priority.ALWAYS);
        showBox(new VBox(bar, content), Pos.CENTER);
    }

    /** Near the top, with no bar: the palette. */
    void showAtTop(Node content) {
        var box = new VBox(content);
        box.getStyleClass().add("dialogue-at-top");
        showBox(box, Pos.TOP_CENTER);
    }

    void tell(Failure failure) {
        LOG.warn("told: {} {}\n{}", failure.what(), failure.where(), failure.details());
        show(messages.text("ui.error.title"), new ErrorPane(failure, messages).button(messages.text("ui.close"), this::hide));
    }

    void confirm(String question, String verb, Runnable act) {
        confirm(question, verb, act, List.of());
    }

    /** @param others other ways out, between keeping all as it is and the one that loses something */
    void confirm(String question, String verb, Runnable act, List<Button> others) {
        var text = new Label(question);
        text.setWrapText(true);
        Button yes = choice(verb, act);
        yes.getStyleClass().add("danger");
        var no = new Button(messages.text("ui.keep"));
        no.setCancelButton(true);
        no.setOnAction(_ -> hide());
        var buttons = new HBox(no);
        buttons.getChildren().addAll(others);
        buttons.getChildren().add(yes);
        buttons.getStyleClass().add("buttons");
        show(messages.text("ui.confirm.title"), new VBox(24, text, buttons));
        no.requestFocus();
    }

    /** A button of a question, which ends it. */
    Button choice(String verb, Runnable act) {
        var button = new Button(verb);
        button.setOnAction(_ -> {
            hide();
            act.run();
        });
        return button;
    }

    private void showBox(VBox box, Pos place) {
        if (!pane.isDisplay() && pane.getScene() != null) focusBefore = pane.getScene().getFocusOwner();
        box.getStyleClass().add("dialogue");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, place);
        pane.setAlignment(place);
        pane.show(box);
        box.requestFocus();
    }
}
