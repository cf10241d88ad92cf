package shelfwise.ui.quality;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Profile;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.profile.AlertCell;
import shelfwise.ui.profile.ColumnCell;
import shelfwise.ui.profile.ColumnDetail;
import shelfwise.ui.profile.EventsPane;
import shelfwise.ui.profile.Figures;
import shelfwise.ui.profile.Findings;

/** Draws Quality: head figures, findings, columns and events of the chosen asset; beside them what is chosen among these. */
public final class QualityView {
    private final QualityViewModel model;
    private final Workspace workspace;
    private final UiContext ui;
    private @Nullable AlertPane alertPane;
    private boolean filling;

    @FXML private StatePane state, detail;
    @FXML private BorderPane content;
    @FXML private ChoiceBox<String> assets;
    @FXML private Label version;
    @FXML private Button again, open;
    @FXML private VBox figures;
    @FXML private TabPane tabs;
    @FXML private Tab alertsTab, columnsTab, eventsTab;
    @FXML private ListView<Alert> alerts;
    @FXML private ListView<ColumnProfile> columns;

    QualityView(QualityViewModel model, Workspace workspace, UiContext ui) {
        this.model = model;
        this.workspace = workspace;
        this.ui = ui;
    }

    @FXML private void initialize() {
        assets.setItems(model.names());
        assets.valueProperty().addListener((_, _, asset) -> {
            if (!filling && asset != null) model.choose(asset, ui.jobs());
        });
        again.setGraphic(Icons.RESET.icon());
        again.setTooltip(new Tooltip(ui.text("quality.again.help")));
        again.setOnAction(_ -> model.again(ui.jobs()));
        open.setGraphic(Icons.ASSETS.icon());
        open.setOnAction(_ -> ui.go("assets", Target.of("asset", model.chosen())));
        alerts.setAccessibleText(ui.text("quality.alerts.name"));
        alerts.setCellFactory(_ -> new AlertCell(new Findings(ui), this::profile));
        alerts.setPlaceholder(new Label(ui.text("quality.alerts.none")));
        alerts.getSelectionModel().selectedItemProperty().addListener((_, _, alert) -> {
            if (!filling && alert != null) model.focus(alert);
        });
        columns.setCellFactory(_ -> new ColumnCell(ui));
        columns.getSelectionModel().selectedItemProperty().addListener((_, _, column) -> {
            if (!filling && column != null) model.focus(column);
        });
        ui.keep(model.shown().subscribe(now -> now.ifPresent(this::showProfile)));
        ui.keep(model.state().subscribe(_ -> showState()));
        ui.keep(model.focus().subscribe(_ -> showFocus()));
        ui.keep(model.columnsFirst().subscribe(first -> tabs.getSelectionModel().select(first ? columnsTab : alertsTab)));
        ui.keep(model.rows().subscribe(rows -> rows.ifPresent(r -> {
            if (alertPane != null) alertPane.showRows(r);
        })));
        ui.keep(model.rowsFailure().subscribe(f -> f.ifPresent(cause -> {
            if (alertPane != null) alertPane.showFailure(cause, this::showFocus);
        })));
    }

    private Profile profile() {
        return model.shown().get().orElseThrow().profile();
    }

    private void showState() {
        filling = true;
        assets.setValue(model.chosen());
        filling = false;
        switch (model.state().get()) {
            case READING -> state.showBusy(ui.text("quality.reading"));
            case MAKING -> state.showBusy(ui.text("quality.making", model.chosen()));
            case NO_ASSETS -> state.showEmpty(new EmptyState(Icons.QUALITY, ui.text("quality.none"), ui.text("quality.none.help"))
                    .button(ui.text("quality.none.go"), () -> ui.go("assets")).link(ui.text("ui.try-sample"), () -> ui.go("home")));
            case STOPPED -> state.showEmpty(new EmptyState(Icons.QUALITY, ui.text("quality.stopped", model.chosen()), ui.text("quality.stopped.help"))
                    .button(ui.text("quality.make"), () -> model.again(ui.jobs())));
            case FAILED -> model.failure().ifPresent(cause -> state.showError(cause, ui.messages(), () -> model.again(ui.jobs())));
            case SHOWN -> state.showContent(content);
        }
    }

    private void showProfile(QualityViewModel.Shown shown) {
        Profile profile = shown.profile();
        filling = true;
        assets.setValue(shown.version().asset());
        version.setText(ui.text("quality.version", shown.version().version(), ui.numbers().count(profile.rows())));
        figures.getChildren().setAll(new Figures(profile, ui));
        alerts.getItems().setAll(profile.alerts());
        columns.getItems().setAll(profile.columns());
        alertsTab.setText(ui.text("quality.alerts", profile.alerts().size()));
        columnsTab.setText(ui.text("quality.columns", profile.columns().size()));
        tabs.getTabs().remove(eventsTab);
        profile.interactions().ifPresent(p -> {
            eventsTab.setContent(new EventsPane(p, ui));
            tabs.getTabs().add(eventsTab);
        });
        filling = false;
        showFocus();
    }

    private void showFocus() {
        if (model.shown().get().isEmpty()) return;
        alertPane = null;
        filling = true;
        switch (model.focus().get()) {
            case QualityViewModel.Focus.Nothing _ -> detail.getChildren().clear();
            case QualityViewModel.Focus.OfAlert f -> {
                columns.getSelectionModel().clearSelection();
                select(alerts, f.alert());
                var pane = new AlertPane(f.alert(), profile(), workspace, ui, this::goColumn);
                alertPane = pane;
                detail.showContent(pane);
                model.findRows(f.alert(), ui.jobs());
            }
            case QualityViewModel.Focus.OfColumn f -> {
                alerts.getSelectionModel().clearSelection();
                select(columns, f.column());
                detail.showContent(new ColumnDetail(f.column(), profile(), ui, this::goAlert, Optional.of(() -> ui.go("assets", Target.of("asset", model.chosen())))));
            }
        }
        filling = false;
    }

    private static <T> void select(ListView<T> list, T item) {
        if (item.equals(list.getSelectionModel().getSelectedItem())) return;
        list.getSelectionModel().select(item);
        list.scrollTo(item);
    }

    private void goColumn(String name) {
        profile().column(name).ifPresent(c -> {
            tabs.getSelectionModel().select(columnsTab);
            model.focus(c);
        });
    }

    private void goAlert(Alert alert) {
        tabs.getSelectionModel().select(alertsTab);
        model.focus(alert);
    }
}
