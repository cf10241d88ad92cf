package shelfwise.ui.home;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.app.template.Offer;
import shelfwise.app.template.TemplateService;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** The templates by what they answer, those that the project's data suffice for first; of the others what the data lack. */
final class TemplatesCard extends VBox {
    private static final int SHOWN = 6, BESIDE = 3;
    private final UiContext ui;

    TemplatesCard(List<Offer> offers, UiContext ui) {
        this.ui = ui;
        getStyleClass().add("card");
        var grid = new GridPane();
        grid.getStyleClass().add("template-offers");
        var third = new ColumnConstraints();
        third.setPercentWidth(100.0 / BESIDE);
        third.setFillWidth(true);
        for (int i = 0; i < BESIDE; i++) grid.getColumnConstraints().add(third);
        List<Offer> shown = offers.stream().sorted((a, b) -> Boolean.compare(b.ready(), a.ready())).limit(SHOWN).toList();
        for (int i = 0; i < shown.size(); i++) grid.add(offer(shown.get(i)), i % BESIDE, i / BESIDE);
        getChildren().addAll(top(), grid);
    }

    private Node top() {
        var heading = new Label(ui.text("home.templates"));
        heading.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var all = new Button(ui.text("home.templates.all"), Icons.NEXT.icon());
        all.setId("all-templates");
        all.getStyleClass().add("flat");
        all.setContentDisplay(ContentDisplay.RIGHT);
        all.setOnAction(_ -> open(ui, ""));
        var top = new HBox(heading, gap, all);
        top.getStyleClass().add("line");
        return top;
    }

    /** Opens the wizard in Pipelines. @param template to begin with; empty for the first that fits */
    static void open(UiContext ui, String template) {
        ui.go("pipelines", new Target(Map.of("template", "", "made-of", template)));
    }

    private Node offer(Offer offer) {
        String name = ui.text(offer.template().nameKey()), purpose = ui.text(offer.template().purposeKey());
        String lacks = offer.ready() ? "" : ui.text("templates.lacks", TemplateService.told(offer.unmet(), ui.messages()));
        var title = new Label(name);
        title.getStyleClass().add("template-card-name");
        var words = new VBox(title, caption(purpose, "muted"));
        words.getStyleClass().add("template-card");
        if (!lacks.isEmpty()) {
            Label sign = caption(lacks, "muted");
            sign.setGraphic(Icons.WARNING.icon());
            words.getChildren().add(sign);
        }
        var button = new Button();
        button.setId("template-offer-" + offer.template().name());
        button.getStyleClass().add("template-offer");
        if (!offer.ready()) button.getStyleClass().add("lacking");
        button.setGraphic(words);
        button.setAccessibleText(name + ". " + purpose + (lacks.isEmpty() ? "" : " " + lacks));
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setDisable(!offer.ready());
        button.setOnAction(_ -> open(ui, offer.template().name()));
        words.maxWidthProperty().bind(button.widthProperty().subtract(26));
        words.prefWidthProperty().bind(words.maxWidthProperty());
        return button;
    }

    private static Label caption(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("caption", style);
        return label;
    }
}
