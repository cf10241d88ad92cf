package shelfwise.ui.lists;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import shelfwise.app.NearTexts;
import shelfwise.ui.UiContext;

/** On demand: the titles of the history that a title is nearest to for a text encoder, and the words that make it so. */
final class TellingWordsPane extends VBox {
    private static final int WORDS = 4;
    private final UiContext ui;
    private final ListsViewModel model;
    private final Why.OfRow row;

    TellingWordsPane(Why.OfRow row, ListsViewModel model, UiContext ui) {
        this.ui = ui;
        this.model = model;
        this.row = row;
        setId("lists-words");
        getStyleClass().add("lists-links");
        var ask = new Hyperlink(ui.text("lists.words.ask"));
        ask.setId("lists-words-ask");
        ask.setOnAction(_ -> ask());
        getChildren().add(ask);
    }

    private void ask() {
        getChildren().setAll(line(ui.text("lists.words.busy"), "caption"));
        model.words(row, this::show, cause -> {
            getChildren().clear();
            ui.tell(cause);
        });
    }

    private void show(List<NearTexts> found) {
        getChildren().setAll(line(ui.text(found.isEmpty() ? "lists.words.none" : "lists.words"), "lists-caption"));
        for (NearTexts near : found) {
            String words = ui.list(near.nearness().words().stream().limit(WORDS).map(w -> ui.text("lists.words.word", w.word(), ui.numbers().number(w.lost()))));
            String cosine = ui.numbers().number(near.nearness().cosine());
            getChildren().add(line(words.isEmpty() ? ui.text("lists.words.whole", near.item().label(), cosine) : ui.text("lists.words.near", near.item().label(), cosine, words), "lists-rule"));
        }
        if (!found.isEmpty()) getChildren().add(line(ui.text("lists.words.how"), "caption"));
    }

    private static Label line(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
