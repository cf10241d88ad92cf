package shelfwise.ui.pipelines.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.pipeline.Operator;
import shelfwise.pipeline.OwnFile;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** All operators by group, beside the canvas: dragged onto it, or added by Enter or a double click. */
public final class OperatorPalette extends VBox {
    /** A line of the list: a group, or an operator in it, which may be the analyst's own. */
    private record Line(String group, @Nullable Operator<?> operator, @Nullable OwnFile own) { }

    private final GraphCanvas canvas;
    private final Function<String, Icons> icons;
    private final TextField search = new TextField();
    private final ListView<Line> list = new ListView<>();

    public OperatorPalette(GraphCanvas canvas, Function<String, Icons> icons) {
        this.canvas = canvas;
        this.icons = icons;
        setId("operator-palette");
        getStyleClass().add("operator-palette");
        search.setId("palette-search");
        search.setPromptText(canvas.texts().text("canvas.add.prompt"));
        search.setAccessibleText(canvas.texts().text("canvas.palette"));
        search.textProperty().subscribe(this::show);
        search.setOnAction(_ -> add(list.getItems().stream().filter(l -> l.operator() != null || l.own() != null && l.own().own().isPresent()).findFirst().orElse(null)));
        list.setId("palette-list");
        list.setAccessibleText(canvas.texts().text("canvas.palette"));
        list.setPlaceholder(new Label(canvas.texts().text("canvas.find.nothing")));
        list.setCellFactory(_ -> new LineCell());
        list.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ENTER) return;
            add(list.getSelectionModel().getSelectedItem());
            e.consume();
        });
        list.setOnContextMenuRequested(this::menu);
        InvalidationListener others = _ -> show(search.getText());
        canvas.edits().own().all().addListener(others);
        canvas.ui().keep(() -> canvas.edits().own().all().removeListener(others));
        VBox.setVgrow(list, Priority.ALWAYS);
        var title = new Label(canvas.texts().text("canvas.palette"));
        title.getStyleClass().add("caption");
        getChildren().addAll(title, search, list);
        visibleProperty().bind(canvas.choices().palette());
        managedProperty().bind(canvas.choices().palette());
    }

    private void show(String wanted) {
        List<Operator<?>> found = wanted.isBlank() ? canvas.operators().all() : canvas.steps().search().find(wanted.strip(), Optional.empty());
        var groups = new LinkedHashMap<String, List<Operator<?>>>();
        for (Operator<?> o : found) groups.computeIfAbsent(group(o), _ -> new ArrayList<>()).add(o);
        list.getItems().clear();
        List<OwnFile> own = canvas.edits().own().all().stream().filter(f -> wanted.isBlank() || canvas.steps().own().fitting(wanted.strip(), Optional.empty()).stream()
                .anyMatch(o -> f.own().equals(Optional.of(o)))).toList();
        if (!own.isEmpty()) list.getItems().add(new Line("own", null, null));
        own.forEach(f -> list.getItems().add(new Line("own", null, f)));
        groups.forEach((group, operators) -> {
            list.getItems().add(new Line(group, null, null));
            operators.forEach(o -> list.getItems().add(new Line(group, o, null)));
        });
    }

    /** What can be done with the own operator that is chosen in the list. */
    private void menu(ContextMenuEvent e) {
        Line line = list.getSelectionModel().getSelectedItem();
        if (line == null || line.own() == null) return;
        var menu = new ContextMenu();
        for (Command c : canvas.edits().own().acts(line.own())) {
            var item = new MenuItem(c.text(), c.icon().icon());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> c.act().run());
            menu.getItems().add(item);
        }
        menu.show(list, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private static String group(Operator<?> o) {
        return o.id().substring(0, Math.max(0, o.id().indexOf('.')));
    }

    private String name(Operator<?> o) {
        return canvas.texts().text("op." + o.id() + ".name");
    }

    /** Behind the chosen step if it is linked to it, else in the middle of what is seen. */
    private void add(@Nullable Line line) {
        if (line != null && line.own() != null) line.own().own().ifPresent(o -> canvas.steps().own().add(o, canvas.middle(), Optional.empty()));
        if (line != null && line.operator() != null) canvas.steps().add(line.operator(), canvas.middle(), Optional.empty());
    }

    private void drag(String name, MouseEvent e) {
        Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
        if (canvas.contains(at)) canvas.overlay().say(name, false, at.getX(), at.getY());
        else canvas.overlay().silence();
        e.consume();
    }

    private void drop(Consumer<Point2D> add, MouseEvent e) {
        Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
        canvas.overlay().silence();
        if (!e.isStillSincePress() && canvas.contains(at)) add.accept(canvas.view().get().toCanvas(at.getX(), at.getY()));
    }

    private final class LineCell extends ListCell<Line> {
        @Override protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            for (var handler : List.of(MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) setEventHandler(handler, null);
            setId(null);
            if (empty || line == null) return;
            Operator<?> operator = line.operator();
            if (line.own() != null) show(line, line.own());
            else if (operator == null) head(line.group());
            else show(line, operator);
        }

        private void head(String group) {
            var label = new Label(canvas.texts().text("pipelines.group." + group));
            label.getStyleClass().add("caption");
            setGraphic(label);
            setAccessibleText(label.getText());
        }

        private void show(Line line, Operator<?> operator) {
            setId("palette-" + operator.id());
            var band = new Region();
            band.getStyleClass().add("node-band");
            var box = new HBox(band, new Label(name(operator), icons.apply(line.group()).icon()));
            box.getStyleClass().addAll("palette-line", "group-" + line.group());
            setGraphic(box);
            setTooltip(new Tooltip(canvas.texts().text("op." + operator.id() + ".help")));
            speak(name(operator));
            handle(line, name(operator), at -> canvas.steps().add(operator, at, Optional.empty()));
        }

        /** One that can't be read is marked and says what mends it. */
        private void show(Line line, OwnFile file) {
            setId("palette-own-" + file.name());
            var band = new Region();
            band.getStyleClass().add("node-band");
            var icon = (file.own().isPresent() ? Icons.GROUP : Icons.WARNING).icon();
            if (file.own().isEmpty()) icon.getStyleClass().add("severity-warning");
            var box = new HBox(band, new Label(file.name(), icon));
            box.getStyleClass().addAll("palette-line", "group-own");
            setGraphic(box);
            setTooltip(new Tooltip(file.own().map(canvas.steps().own()::told).orElseGet(() -> file.problem().map(canvas.ui().messages()::tell).orElse(""))));
            speak(file.name());
            file.own().ifPresent(o -> handle(line, o.name(), at -> canvas.steps().own().add(o, at, Optional.empty())));
        }

        private void speak(String name) {
            setAccessibleText(name + ", " + getTooltip().getText());
        }

        private void handle(Line line, String name, Consumer<Point2D> add) {
            setEventHandler(MouseEvent.MOUSE_DRAGGED, e -> drag(name, e));
            setEventHandler(MouseEvent.MOUSE_RELEASED, e -> drop(add, e));
            setEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
                if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) add(line);
            });
        }
    }
}
