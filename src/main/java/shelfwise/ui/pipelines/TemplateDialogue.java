package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.template.Need;
import shelfwise.app.template.Offer;
import shelfwise.app.template.TemplateService;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.WideDialogue;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** The wizard: templates to choose from on the left; the chosen one with its picture, tables, columns and name on the right. */
final class TemplateDialogue extends WideDialogue {
    private static final double WIDE = 1_240, HIGH = 800, CARD = 292;
    private final TemplateViewModel model;
    private final ListView<Offer> cards;
    private final TemplatePicture picture;
    private final Label title = new Label(), purpose = words(), when = words();
    private final TemplateRoles roles;
    private final VBox remarks = new VBox();
    private final Button create, run;

    /** @param done gets the pipeline that was made; @param runIt the same, when it is to be run at once */
    TemplateDialogue(TemplateViewModel model, NodeWords words, UiContext ui, Consumer<Pipeline> done, Consumer<Pipeline> runIt) {
        super(ui, WIDE, HIGH);
        this.model = model;
        getStyleClass().add("template-dialogue");
        sceneProperty().subscribe(scene -> {
            if (scene != null) Platform.runLater(cards()::requestFocus);
        });
        cards = new ListView<>(model.offers());
        cards.setId("templates");
        cards.setAccessibleText(ui.text("templates.choose"));
        cards.setCellFactory(_ -> new Card());
        cards.getSelectionModel().selectedItemProperty().subscribe(o -> {
            if (o != null) model.choose(o);
        });
        picture = new TemplatePicture(words, ui.palette());
        roles = new TemplateRoles(model, ui);
        title.getStyleClass().add("section-title");
        when.getStyleClass().add("muted");
        create = button("templates.create", Icons.ADD, "template-create", () -> model.create(ui.messages(), done));
        run = button("templates.run", Icons.RUN, "template-run", () -> model.create(ui.messages(), runIt));
        run.getStyleClass().add("accent");
        run.setDefaultButton(true);
        var both = new HBox(cards, details());
        both.getStyleClass().add("template-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, remarks, buttons());
        watch();
    }

    private ListView<Offer> cards() {
        return cards;
    }

    private static Label words() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node details() {
        var all = new VBox(title, purpose, when, picture, roles);
        all.getStyleClass().add("template-details");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node buttons() {
        var name = new TextField();
        name.setId("template-name");
        name.textProperty().bindBidirectional(model.name());
        var label = new Label(ui.text("templates.name"));
        label.setLabelFor(name);
        return buttons(List.of(label, name), List.of(cancel(), create, run));
    }

    /** Follows the view model while it is shown. */
    private void watch() {
        ListChangeListener<Offer> offered = _ -> showChosen();
        model.offers().addListener(offered);
        whileShown(model.chosen().subscribe(_ -> showChosen()).and(model.choices().subscribe(_ -> showChoices())).and(model.problem().subscribe(_ -> showRemarks()))
                .and(model.busy().subscribe(_ -> showRemarks())).and(model.name().subscribe(_ -> showRemarks())).and(() -> model.offers().removeListener(offered)));
    }

    private void showChosen() {
        Offer offer = model.chosen().get();
        if (offer == null) return;
        if (!offer.equals(cards.getSelectionModel().getSelectedItem())) {
            cards.getSelectionModel().select(offer);
            cards.scrollTo(Math.max(0, cards.getItems().indexOf(offer) - 1));
        }
        title.setText(ui.text(offer.template().nameKey()));
        purpose.setText(ui.text(offer.template().purposeKey()));
        when.setText(ui.text(offer.template().whenKey()));
        picture.show(model.sketch(offer.template(), ui.messages()));
    }

    private void showChoices() {
        roles.show();
        showRemarks();
    }

    private void showRemarks() {
        Throwable problem = model.problem().get();
        List<Need> unmet = model.unmet();
        remarks.getChildren().clear();
        if (problem != null) {
            Failure failure = Failure.of(problem, ui.messages());
            say(Icons.ERROR, "severity-error", failure.what() + (failure.cure().isEmpty() ? "" : " " + failure.cure()));
        } else if (model.assets().isEmpty() && !model.loading().get()) say(Icons.WARNING, "severity-warning", ui.text("templates.no-assets"));
        else if (!unmet.isEmpty()) say(Icons.WARNING, "severity-warning", ui.text("templates.unmet", TemplateService.told(unmet, ui.messages())));
        remarks.setManaged(!remarks.getChildren().isEmpty());
        boolean ready = unmet.isEmpty() && model.choices().get() != null && !model.busy().get() && !model.name().get().isBlank() && !model.assets().isEmpty();
        create.setDisable(!ready);
        run.setDisable(!ready);
    }

    private void say(Icons icon, String style, String text) {
        Label line = remark(icon, style, text);
        line.setId("template-remark");
        remarks.getChildren().add(line);
    }

    /** A template with its purpose, and what the project lacks for it. */
    private final class Card extends ListCell<Offer> {
        @Override protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            setGraphic(empty || offer == null ? null : face(offer));
            Optional.ofNullable(offer).filter(_ -> !empty).ifPresent(o -> setAccessibleText(ui.text(o.template().nameKey()) + ". " + ui.text(o.template().purposeKey())));
        }

        private Node face(Offer offer) {
            var name = new Label(ui.text(offer.template().nameKey()));
            name.getStyleClass().add("template-card-name");
            var text = new Label(ui.text(offer.template().purposeKey()));
            text.setWrapText(true);
            text.setMaxWidth(CARD);
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().addAll("muted", "caption");
            var box = new VBox(name, text);
            box.getStyleClass().add("template-card");
            if (!offer.ready()) {
                Label lacks = remark(Icons.WARNING, "severity-warning", ui.text("templates.lacks", TemplateService.told(offer.unmet(), ui.messages())));
                lacks.setMaxWidth(CARD);
                lacks.getStyleClass().add("caption");
                box.getChildren().add(lacks);
            }
            return box;
        }
    }
}
