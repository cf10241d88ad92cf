package shelfwise.ui.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.app.template.Need;
import shelfwise.app.template.TemplateService;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** The wizard: templates to choose from on the left; the chosen one with its picture, tables, columns and name on the right. */
final class TemplateDialogue extends VBox {
    private static final double WIDE = 1_080, HIGH = 640, BESIDE = 96, ABOVE = 150, CARD = 292;
    private final TemplateViewModel model;
    private final UiContext ui;
    private final ListView<TemplateViewModel.Offer> cards;
    private final TemplatePicture picture;
    private final Label title = new Label(), purpose = words(), when = words();
    private final TemplateRoles roles;
    private final VBox remarks = new VBox();
    private final Button create, run;

    /** @param done gets the pipeline that was made; @param runIt the same, when it is to be run at once */
    TemplateDialogue(TemplateViewModel model, UiContext ui, Consumer<Pipeline> done, Consumer<Pipeline> runIt) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("import-dialogue", "template-dialogue");
        sceneProperty().subscribe(this::fitInto);
        cards = new ListView<>(model.offers());
        cards.setId("templates");
        cards.setAccessibleText(ui.text("templates.choose"));
        cards.setCellFactory(_ -> new Card());
        cards.getSelectionModel().selectedItemProperty().subscribe(o -> {
            if (o != null) model.choose(o);
        });
        picture = new TemplatePicture(ui.palette());
        roles = new TemplateRoles(model, ui);
        title.getStyleClass().add("section-title");
        when.getStyleClass().add("muted");
        create = button("templates.create", "template-create", () -> model.create(ui.messages(), done));
        run = button("templates.run", "template-run", () -> model.create(ui.messages(), runIt));
        run.setGraphic(Icons.RUN.icon());
        run.getStyleClass().add("accent");
        run.setDefaultButton(true);
        var both = new HBox(cards, details());
        both.getStyleClass().add("template-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, remarks, buttons());
        watch();
    }

    private void fitInto(@Nullable Scene scene) {
        if (scene == null) return;
        prefWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(WIDE, scene.getWidth() - BESIDE), scene.widthProperty()));
        prefHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.min(HIGH, scene.getHeight() - ABOVE), scene.heightProperty()));
        Platform.runLater(cards::requestFocus);
    }

    private static Label words() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Button button(String key, String id, Runnable act) {
        var button = new Button(ui.text(key));
        button.setId(id);
        button.setOnAction(_ -> act.run());
        return button;
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
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var cancel = new Button(ui.text("ui.cancel"));
        cancel.setOnAction(_ -> ui.closeDialogue());
        var line = new HBox(label, name, gap, cancel, create, run);
        line.getStyleClass().addAll("buttons", "template-buttons");
        return line;
    }

    /** Follows the view model while it is shown. */
    private void watch() {
        ListChangeListener<TemplateViewModel.Offer> offered = _ -> showChosen();
        model.offers().addListener(offered);
        Subscription watching = model.chosen().subscribe(_ -> showChosen()).and(model.choices().subscribe(_ -> showChoices())).and(model.problem().subscribe(_ -> showRemarks()))
                .and(model.busy().subscribe(_ -> showRemarks())).and(model.name().subscribe(_ -> showRemarks())).and(() -> model.offers().removeListener(offered));
        ui.keep(watching);
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) watching.unsubscribe();
        });
    }

    private void showChosen() {
        TemplateViewModel.Offer offer = model.chosen().get();
        if (offer == null) return;
        cards.getSelectionModel().select(offer);
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
            remark(Icons.ERROR, "severity-error", failure.what() + (failure.cure().isEmpty() ? "" : " " + failure.cure()));
        } else if (model.assets().isEmpty() && !model.loading().get()) remark(Icons.WARNING, "severity-warning", ui.text("templates.no-assets"));
        else if (!unmet.isEmpty()) remark(Icons.WARNING, "severity-warning", ui.text("templates.unmet", told(unmet)));
        remarks.setManaged(!remarks.getChildren().isEmpty());
        boolean ready = unmet.isEmpty() && model.choices().get() != null && !model.busy().get() && !model.name().get().isBlank() && !model.assets().isEmpty();
        create.setDisable(!ready);
        run.setDisable(!ready);
    }

    private void remark(Icons icon, String style, String text) {
        var sign = icon.icon();
        sign.getStyleClass().add(style);
        var label = new Label(text, sign);
        label.setId("template-remark");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        remarks.getChildren().add(label);
    }

    private String told(List<Need> unmet) {
        return unmet.stream().map(n -> TemplateService.told(n, ui.messages())).collect(Collectors.joining(ui.text("ui.semicolon")));
    }

    /** A template with its purpose, and what the project lacks for it. */
    private final class Card extends ListCell<TemplateViewModel.Offer> {
        @Override protected void updateItem(TemplateViewModel.@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            setGraphic(empty || offer == null ? null : face(offer));
            Optional.ofNullable(offer).filter(_ -> !empty).ifPresent(o -> setAccessibleText(ui.text(o.template().nameKey()) + ". " + ui.text(o.template().purposeKey())));
        }

        private Node face(TemplateViewModel.Offer offer) {
            var name = new Label(ui.text(offer.template().nameKey()));
            name.getStyleClass().add("template-card-name");
            var text = new Label(ui.text(offer.template().purposeKey()));
            text.setWrapText(true);
            text.setMaxWidth(CARD);
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().addAll("muted", "caption");
            var box = new VBox(name, text);
            box.getStyleClass().add("template-card");
            if (!offer.unmet().isEmpty()) {
                var sign = Icons.WARNING.icon();
                sign.getStyleClass().add("severity-warning");
                var lacks = new Label(ui.text("templates.lacks", told(offer.unmet())), sign);
                lacks.setWrapText(true);
                lacks.setMaxWidth(CARD);
                lacks.setMinHeight(USE_PREF_SIZE);
                lacks.getStyleClass().add("caption");
                box.getChildren().add(lacks);
            }
            return box;
        }
    }
}
