package shelfwise.ui.pipelines;

import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.expression.Completion;
import shelfwise.ui.UiContext;

/** The list of what may be written, with the help of the chosen one. The keyboard stays in the text. */
final class ExpressionPopup {
    private static final double ROW = 28, MOST_ROWS = 8;
    private final Popup popup = new Popup();
    private final ListView<Completion.Offer> list = new ListView<>();
    private final Label help = new Label();
    private final UiContext ui;
    private final BiConsumer<Completion, Completion.Offer> taken;
    private @Nullable Completion completion;

    ExpressionPopup(UiContext ui, BiConsumer<Completion, Completion.Offer> taken) {
        this.ui = ui;
        this.taken = taken;
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setId("expression-offers");
        list.setAccessibleText(ui.text("pipelines.expression.offers"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override protected void updateItem(Completion.@Nullable Offer offer, boolean empty) {
                super.updateItem(offer, empty);
                setText(offer == null || empty ? "" : told(offer));
            }
        });
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) takeChosen();
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, offer) -> help.setText(offer == null ? "" : help(offer)));
        help.setWrapText(true);
        help.getStyleClass().add("caption");
        var box = new VBox(list, help);
        box.getStyleClass().add("expression-popup");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    private String told(Completion.Offer offer) {
        return switch (offer.kind()) {
            case COLUMN -> ui.text("pipelines.expression.column", offer.name(), offer.type().map(t -> ui.text(t.nameKey())).orElse(""));
            case FUNCTION -> ui.text("expression.fn." + offer.name() + ".use");
            case WORD -> offer.name();
        };
    }

    private String help(Completion.Offer offer) {
        return offer.kind() == Completion.Kind.FUNCTION ? ui.text("expression.fn." + offer.name() + ".help") : ui.text("pipelines.expression.keys");
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    void show(Completion now, Node owner, Point2D at) {
        completion = now;
        list.getItems().setAll(now.offers());
        list.setPrefHeight(Math.min(MOST_ROWS, now.offers().size()) * ROW + 2);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        if (popup.isShowing()) {
            popup.setAnchorX(at.getX());
            popup.setAnchorY(at.getY());
        } else popup.show(owner, at.getX(), at.getY());
    }

    /** Whether the key was for the list. */
    boolean key(KeyCode code) {
        switch (code) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move((int) -MOST_ROWS);
            case PAGE_DOWN -> move((int) MOST_ROWS);
            case ENTER, TAB -> takeChosen();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int now = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(now);
        list.scrollTo(now);
    }

    private void takeChosen() {
        Completion.Offer offer = list.getSelectionModel().getSelectedItem();
        if (offer != null && completion != null) taken.accept(completion, offer);
    }
}
