package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import javafx.util.StringConverter;
import shelfwise.app.template.Choices;
import shelfwise.app.template.Need;
import shelfwise.app.template.Offer;
import shelfwise.app.template.Slot;
import shelfwise.app.template.Source;
import shelfwise.app.template.TemplateService;
import shelfwise.ui.UiContext;

/** Which asset each table is and which column each role has, with a few of its values; every guess can be changed. */
final class TemplateRoles extends VBox {
    private static final double NAME = 112, CHOICE = 208;
    private final TemplateViewModel model;
    private final UiContext ui;

    TemplateRoles(TemplateViewModel model, UiContext ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("template-roles");
    }

    /** Draws the choices anew; the keyboard stays where it was. */
    void show() {
        Choices choices = model.choices().get();
        Offer offer = model.chosen().get();
        if (choices == null || offer == null) return;
        String focused = getScene() != null && getScene().getFocusOwner() != null ? getScene().getFocusOwner().getId() : null;
        getChildren().clear();
        for (Source source : Source.values()) {
            List<Slot> slots = offer.template().slots(source).stream().filter(s -> source == Source.EVENTS || s.role() != shelfwise.data.Role.ITEM || choices.ownCatalogue()).toList();
            if (offer.template().slots(source).isEmpty()) continue;
            GridPane grid = grid();
            grid.addRow(0, caption(ui.text(source.nameKey())), asset(source, choices), muted(ui.text(source.nameKey() + ".help")));
            for (Slot slot : slots) row(grid, slot, choices, need(offer, slot));
            getChildren().add(grid);
        }
        if (focused == null) return;
        applyCss();
        layout();
        Stream.ofNullable(lookup("#" + focused)).forEach(javafx.scene.Node::requestFocus);
    }

    /** The columns of all grids stand below each other. */
    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("template-grid");
        var last = new ColumnConstraints();
        last.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(NAME), new ColumnConstraints(CHOICE), last);
        return grid;
    }

    private static Optional<Need> need(Offer offer, Slot slot) {
        return offer.template().needs().stream().filter(n -> n.anyOf().contains(slot)).findFirst();
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("template-table");
        return label;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "caption");
        label.setMinWidth(0);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private Control asset(Source source, Choices choices) {
        var box = new ChoiceBox<String>();
        box.setId("template-asset-" + source.word());
        box.setAccessibleText(ui.text(source.nameKey()));
        if (source == Source.CATALOGUE) box.getItems().add("");
        box.getItems().addAll(model.assets());
        if (source == Source.CATALOGUE) choices.asset(Source.EVENTS).ifPresent(box.getItems()::remove);
        box.setConverter(words(ui.text("templates.same-table")));
        box.setValue(source == Source.CATALOGUE && !choices.ownCatalogue() ? "" : choices.asset(source).orElse(null));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((_, _, now) -> {
            if (now != null) model.setAsset(source, now);
        });
        return box;
    }

    /** @param blank what no value is called */
    private static StringConverter<String> words(String blank) {
        return new StringConverter<>() {
            @Override public String toString(@Nullable String value) {
                return value == null || value.isEmpty() ? blank : value;
            }

            @Override public String fromString(String text) {
                throw new UnsupportedOperationException("is chosen, never written");
            }
        };
    }

    private void row(GridPane grid, Slot slot, Choices choices, Optional<Need> need) {
        var name = new Label(ui.text(slot.role().nameKey()));
        Control control = slot.role().repeatable() ? several(slot, choices) : one(slot, choices);
        control.setId("template-" + slot.word().replace('.', '-'));
        control.setAccessibleText(ui.text(slot.role().nameKey()));
        control.setMaxWidth(Double.MAX_VALUE);
        name.setLabelFor(control);
        Label beside = muted(choices.fills(slot) ? values(choices.columns(slot).getFirst(), slot) : left(need, choices));
        if (!choices.fills(slot) && need.isPresent() && !need.get().met(choices)) beside.getStyleClass().add("severity-warning");
        grid.addRow(grid.getRowCount(), name, control, beside);
    }

    /** A few values of the column. */
    private String values(String column, Slot slot) {
        return model.table(slot).stream().flatMap(t -> t.values().getOrDefault(column, List.of()).stream()).map(v -> switch (v) {
            case TemplateViewModel.Value.Moment m -> ui.numbers().time(m.millis());
            case TemplateViewModel.Value.Text t -> t.text();
        }).collect(Collectors.joining(" · "));
    }

    /** What it means that nothing is chosen. */
    private String left(Optional<Need> need, Choices choices) {
        if (need.isEmpty()) return ui.text("templates.optional");
        Optional<Slot> filled = need.get().anyOf().stream().filter(choices::fills).findFirst();
        if (filled.isPresent()) return ui.text("templates.one-is-enough", ui.text(filled.get().role().nameKey()));
        return need.get().anyOf().size() == 1 ? ui.text("templates.needed") : ui.text("templates.one-needed", TemplateService.told(need.get(), ui.messages()));
    }

    private Control one(Slot slot, Choices choices) {
        var box = new ChoiceBox<String>();
        box.getItems().add("");
        box.getItems().addAll(model.columns(slot));
        box.setConverter(words(ui.text("templates.none")));
        box.setValue(choices.columns(slot).stream().findFirst().orElse(""));
        box.valueProperty().addListener((_, _, now) -> model.setColumns(slot, now == null || now.isEmpty() ? List.of() : List.of(now)));
        return box;
    }

    private Control several(Slot slot, Choices choices) {
        List<String> chosen = choices.columns(slot);
        var menu = new MenuButton(chosen.isEmpty() ? ui.text("templates.none") : ui.list(chosen.stream()));
        menu.getStyleClass().add("like-choice");
        for (String column : model.columns(slot)) {
            var item = new CheckMenuItem(column);
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(column));
            item.setOnAction(_ -> model.setColumns(slot, ticked(menu.getItems())));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static List<String> ticked(List<MenuItem> items) {
        var all = new ArrayList<String>();
        for (MenuItem i : items) if (i instanceof CheckMenuItem c && c.isSelected()) all.add(c.getText());
        return all;
    }
}
