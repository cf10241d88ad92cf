package shelfwise.ui.pipelines.look;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;

/** An output under its head: whose it is, how much, whether it is of the present settings. Looks again when told to; the picture stays until another is there. */
final class PreviewPane extends BorderPane {
    private final PortRef ref;
    private final LookViewModel model;
    private final Body body;
    private final UiContext ui;
    private final LookWords words;
    private final Label title = new Label(), size = new Label();
    private final HBox standing = new HBox(), buttons = new HBox();
    private final StatePane state = new StatePane();
    private final Unmade unmade;
    private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper(true);
    private Optional<Product> drawn = Optional.empty();
    /** What is known of an output that is not there. */
    private @Nullable PortLook missing;
    private Runnable stop = () -> { };
    private int asked;

    /** Draws what was read. */
    @FunctionalInterface
    interface Body {
        Region draw(PortContent content, Product product);
    }

    PreviewPane(PortRef ref, LookViewModel model, Body body, UiContext ui) {
        this.ref = ref;
        this.model = model;
        this.body = body;
        this.ui = ui;
        words = new LookWords(ui);
        unmade = new Unmade(ref, model.shown(), ui);
        getStyleClass().add("look-pane");
        setMinSize(0, 0);
        setId("look-" + ref.node() + "-" + ref.port());
        title.getStyleClass().add("look-pane-title");
        title.setMinWidth(0);
        size.getStyleClass().add("caption");
        size.setMinWidth(0);
        standing.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        var side = new HBox(standing, buttons);
        side.getStyleClass().add("line");
        var head = new VBox(new WrappingLine(title, side), size); // below the buttons: beside them a narrow pane has no room for it
        head.getStyleClass().add("look-pane-head");
        setTop(head);
        setCenter(state);
        setAlignment(state, Pos.TOP_LEFT); // where it is too high its end is cut, and not its head covered
        state.showBusy(ui.text("look.reading"));
        refresh();
    }

    PortRef ref() {
        return ref;
    }

    /** Adds a button with a picture alone. */
    PreviewPane button(String key, Icons icon, Runnable act) {
        var button = new Button(null, icon.icon());
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setTooltip(new Tooltip(ui.text(key)));
        button.setAccessibleText(ui.text(key));
        button.setOnAction(_ -> act.run());
        buttons.getChildren().add(button);
        return this;
    }

    /** Looks again; what is drawn is drawn anew only if it is another value. */
    void refresh() {
        stop.run();
        int mine = ++asked;
        model.node(ref.node()).ifPresent(n -> title.setText(words.name(n)));
        stop = model.look(ref, look -> {
            if (mine == asked) show(look);
        }, cause -> {
            if (mine == asked) fail(cause);
        });
    }

    /** The step stands otherwise: of what it has not made yet something else is to be told. */
    void turned() {
        PortLook now = missing;
        if (now != null) show(now);
    }

    /** Whether there is something to look at, or it is not known yet. */
    ReadOnlyBooleanProperty there() {
        return there.getReadOnlyProperty();
    }

    private void show(PortLook look) {
        String type = words.type(look.type());
        size.setText(look.facts().map(f -> ui.text("look.pane.size", type, words.size(f))).orElse(type));
        title.setGraphic(LookWords.icon(look.type()).icon());
        Label mark = look.product().isEmpty() ? unmade.badge() : words.mark(look.standing());
        standing.getChildren().setAll(mark);
        setAccessibleText(title.getText() + ", " + size.getText() + ", " + mark.getText());
        missing = look.product().isEmpty() ? look : null;
        there.set(missing == null);
        if (look.product().isEmpty()) {
            drawn = Optional.empty();
            unmade.show(look.type(), state);
        } else if (!look.product().equals(drawn)) {
            read(look.product().get());
        }
    }

    private void read(Product product) {
        int mine = asked;
        if (drawn.isEmpty()) state.showBusy(ui.text("look.reading"));
        stop = model.content(product, found -> {
            if (mine != asked) return;
            drawn = found.map(_ -> product);
            found.ifPresentOrElse(c -> state.showContent(body.draw(c, product)),
                    () -> state.showEmpty(new EmptyState(Icons.STALE, ui.text("look.gone"), ui.text("look.gone.help"))));
        }, cause -> {
            if (mine == asked) fail(cause);
        });
    }

    private void fail(Throwable cause) {
        drawn = Optional.empty();
        state.showError(cause, ui.messages(), this::refresh);
    }

    /** Nobody looks any more. */
    void leave() {
        asked++;
        stop.run();
    }
}
