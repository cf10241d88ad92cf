package shelfwise.ui.snapshots;

import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.app.SnapshotService;
import shelfwise.export.Snapshot;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.WayToResults;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;

/** Draws Snapshots: their names, the customers of the open one, and the lists of the chosen customer. */
public final class SnapshotsView {
    private final SnapshotsViewModel model;
    private final SnapshotActs acts;
    private final WayToResults way;
    private final UiContext ui;

    @FXML private StatePane state, open;
    @FXML private BorderPane content;
    @FXML private SplitPane lists;
    @FXML private ChoiceBox<String> ids;
    @FXML private ListView<String> users;
    @FXML private TextField words;
    @FXML private VBox origin;
    @FXML private HBox columns;
    @FXML private Label history;
    @FXML private MenuButton export;
    @FXML private Button delete;

    SnapshotsView(SnapshotsViewModel model, SnapshotActs acts, WayToResults way, UiContext ui) {
        this.model = model;
        this.acts = acts;
        this.way = way;
        this.ui = ui;
    }

    @FXML private void initialize() {
        export.setGraphic(Icons.EXPORT.icon());
        for (SnapshotService.Format f : SnapshotService.Format.values()) {
            var item = new MenuItem(ui.text("snapshots.export." + f.word()));
            item.setId("export-" + f.word());
            item.setOnAction(_ -> acts.export(f));
            export.getItems().add(item);
        }
        delete.setGraphic(Icons.REMOVE.icon());
        delete.setOnAction(_ -> acts.delete());
        ids.setItems(model.ids());
        ids.valueProperty().addListener((_, _, id) -> {
            if (id != null) model.choose(id, ui.jobs());
        });
        words.textProperty().bindBidirectional(model.words());
        users.getSelectionModel().selectedItemProperty().addListener((_, _, user) -> {
            if (user != null) model.user().set(user);
        });
        state.showBusy(ui.text("snapshots.reading"));
        ChangeListener<Object> frame = (_, _, _) -> showFrame();
        model.read().addListener(frame);
        model.ids().addListener((javafx.collections.ListChangeListener<String>) _ -> showFrame());
        ui.keep(() -> model.read().removeListener(frame));
        showFrame();
        ui.keep(model.open().subscribe(now -> now.ifPresent(this::showOpen)));
        ui.keep(model.failure().subscribe(f -> f.ifPresent(cause -> open.showError(cause, ui.messages(), () -> model.choose(model.chosen(), ui.jobs())))));
        ui.keep(model.words().subscribe(_ -> offerUsers()));
        ui.keep(model.user().subscribe(_ -> drawLists()));
    }

    private void showFrame() {
        if (!model.read().get()) return;
        if (model.ids().isEmpty()) {
            state.showEmpty(way.from(new EmptyState(Icons.SNAPSHOTS, ui.text("snapshots.none"), ui.text("snapshots.none.help"))));
            return;
        }
        if (model.open().get().isEmpty() && model.failure().get().isEmpty()) open.showBusy(ui.text("snapshots.reading"));
        state.showContent(content);
    }

    private void showOpen(Snapshot snapshot) {
        ids.setValue(snapshot.id());
        origin.getChildren().setAll(new OriginPane(snapshot, ui));
        open.showContent(lists);
        offerUsers();
        drawLists();
    }

    private void offerUsers() {
        users.getItems().setAll(model.users());
        users.getSelectionModel().select(model.user().get());
    }

    private void drawLists() {
        columns.getChildren().clear();
        model.open().get().ifPresent(s -> {
            model.lists().forEach(l -> columns.getChildren().add(new FrozenList(s, l, model.hue(l.model()), ui)));
            history.setText(s.histories().stream().filter(h -> h.user().equals(model.user().get())).findFirst()
                    .map(h -> ui.text("snapshots.history", h.items().size(), String.join(ui.text("ui.semicolon"), h.items().reversed().stream().map(i -> FrozenList.label(s.items().get(i))).toList())))
                    .orElse(""));
        });
    }
}
