package shelfwise.ui.pipelines.look;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.profile.Histogram;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.CurveChart;
import shelfwise.ui.profile.ColumnDetail;

/** Titled pictures and figures beside and below each other, as many to a line as there is room for. */
final class Tiles extends ScrollPane {
    private static final double WIDTH = 320, HEIGHT = 200;
    private final UiContext ui;
    private final FlowPane figures = new FlowPane(), pictures = new FlowPane();
    private final VBox body = new VBox(figures, pictures);
    private final Map<Region, Double> widths = new LinkedHashMap<>();

    Tiles(UiContext ui) {
        this.ui = ui;
        getStyleClass().addAll("plain-scroll", "look-scroll");
        figures.getStyleClass().add("figures");
        pictures.getStyleClass().add("look-tiles");
        body.getStyleClass().add("look-body");
        body.setMinWidth(0); // a picture wider than a narrow pane does not push all others out of it
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        viewportBoundsProperty().subscribe(_ -> fit());
    }

    /** In a narrow pane a value too long for it, as a range of days, takes several lines, and pictures are as wide as the pane. */
    private void fit() {
        double room = getViewportBounds().getWidth() - body.snappedLeftInset() - body.snappedRightInset();
        if (room <= 0) return;
        for (Node figure : figures.getChildren()) {
            var box = (VBox) figure;
            box.setPrefWidth(USE_COMPUTED_SIZE);
            if (box.prefWidth(-1) > room) box.setPrefWidth(room);
        }
        widths.forEach((picture, width) -> picture.setPrefWidth(Math.min(width, room)));
    }

    /** A number with its name above it. */
    Tiles figure(String key, String value) {
        var name = new Label(ui.text(key));
        name.getStyleClass().add("caption");
        var number = new Label(value);
        number.getStyleClass().add("figure-value");
        number.setWrapText(true);
        var box = new VBox(name, number);
        box.getStyleClass().add("figure");
        figures.getChildren().add(box);
        return this;
    }

    /** A picture of the usual size with its title. */
    Tiles picture(String key, Region picture) {
        return picture(key, picture, WIDTH, HEIGHT);
    }

    Tiles picture(String key, Region picture, double width, double height) {
        var title = new Label(ui.text(key));
        title.getStyleClass().add("look-tile-title");
        ui.messages().find(key + ".help").ifPresent(help -> title.setTooltip(new javafx.scene.control.Tooltip(help)));
        picture.setPrefSize(width, height);
        widths.put(picture, width);
        VBox.setVgrow(picture, Priority.ALWAYS);
        var tile = new VBox(title, picture);
        tile.getStyleClass().add("look-tile");
        pictures.getChildren().add(tile);
        return this;
    }

    /** A picture as wide as there is room, above those that stand side by side. */
    Tiles wide(String key, Region picture, double height) {
        var title = new Label(ui.text(key));
        title.getStyleClass().add("look-tile-title");
        picture.setMinHeight(height);
        picture.setPrefHeight(height);
        picture.setMaxHeight(height);
        var tile = new VBox(title, picture);
        tile.getStyleClass().add("look-tile");
        body.getChildren().add(1, tile);
        return this;
    }

    /** Something as wide as there is room, below all pictures. */
    Tiles below(Node node) {
        body.getChildren().add(node);
        return this;
    }

    Tiles histogram(String key, Histogram bins, DoubleFunction<String> edge) {
        return bins.counts().isEmpty() ? this : picture(key, ColumnDetail.histogram(bins, edge, ui));
    }

    /** A sentence below the pictures. */
    Tiles note(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return below(label);
    }

    /** How much of all events the most popular products take. */
    Tiles tail(shelfwise.inspect.LongTail tail) {
        var curve = new CurveChart(ui.palette());
        DoubleFunction<String> share = v -> ui.numbers().number(Math.round(v * 1000) / 10.0) + "%";
        curve.show(ui.text("look.tail.items"), ui.text("look.tail.events"), tail.items(), tail.events(), share, share);
        return picture("look.tail", curve);
    }
}
