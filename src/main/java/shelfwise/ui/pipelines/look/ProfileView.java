package shelfwise.ui.pipelines.look;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shelfwise.data.Table;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Profile;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.profile.AlertCell;
import shelfwise.ui.profile.ColumnCell;
import shelfwise.ui.profile.ColumnDetail;
import shelfwise.ui.profile.EventsPane;
import shelfwise.ui.profile.Figures;
import shelfwise.ui.profile.Findings;

/** The profile of a step's table: head figures, columns with their statistics, findings, events, and its rows. */
final class ProfileView extends StackPane {
    private static final double NARROW = 720;
    private final Table table;
    private final LookViewModel model;
    private final UiContext ui;
    private final StatePane state = new StatePane();

    ProfileView(Table table, LookViewModel model, UiContext ui) {
        this.table = table;
        this.model = model;
        this.ui = ui;
        getChildren().add(state);
        read();
    }

    private void read() {
        state.showBusy(ui.text("look.profile.making"));
        model.<Profile>ask((service, _, progress) -> service.profile(table, progress), profile -> state.showContent(content(profile)),
                cause -> state.showError(cause, ui.messages(), this::read));
    }

    private Region content(Profile profile) {
        var figures = new VBox(new Figures(profile, ui));
        figures.getStyleClass().add("look-figures");
        var tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        var columns = new ListView<ColumnProfile>();
        var columnsTab = tab(ui.text("quality.columns", profile.columns().size()), columns(columns, profile, tabs));
        tabs.getTabs().addAll(columnsTab, tab(ui.text("quality.alerts", profile.alerts().size()), alerts(profile, columns, columnsTab, tabs)));
        profile.interactions().ifPresent(p -> tabs.getTabs().add(tab(ui.text("quality.events"), new EventsPane(p, ui))));
        tabs.getTabs().add(tab(ui.text("look.rows"), new TablePreview(table, model, ui)));
        var whole = new BorderPane(tabs);
        whole.setTop(figures);
        return whole;
    }

    private static Tab tab(String title, Region content) {
        return new Tab(title, content);
    }

    private Region columns(ListView<ColumnProfile> list, Profile profile, TabPane tabs) {
        list.getStyleClass().add("asset-list");
        list.setCellFactory(_ -> new ColumnCell(ui));
        list.getItems().setAll(profile.columns());
        list.setMinWidth(0);
        var detail = new StatePane();
        list.getSelectionModel().selectedItemProperty().subscribe(column -> {
            if (column != null) detail.showContent(new ColumnDetail(column, profile, ui, _ -> tabs.getSelectionModel().select(1), Optional.empty()));
        });
        list.getSelectionModel().selectFirst();
        var both = new SplitPane(list, detail);
        both.orientationProperty().bind(Bindings.when(both.widthProperty().lessThan(NARROW)).then(Orientation.VERTICAL).otherwise(Orientation.HORIZONTAL));
        return both;
    }

    private Region alerts(Profile profile, ListView<ColumnProfile> columns, Tab columnsTab, TabPane tabs) {
        var list = new ListView<Alert>();
        list.getStyleClass().add("asset-list");
        list.setCellFactory(_ -> new AlertCell(new Findings(ui), () -> profile));
        list.setPlaceholder(new Label(ui.text("quality.alerts.none")));
        list.getItems().setAll(profile.alerts());
        list.setOnMouseClicked(e -> {
            Alert alert = list.getSelectionModel().getSelectedItem();
            if (alert == null || e.getClickCount() < 2) return;
            alert.column().flatMap(profile::column).ifPresent(c -> {
                columns.getSelectionModel().select(c);
                tabs.getSelectionModel().select(columnsTab);
            });
        });
        return list;
    }
}
