package shelfwise.ui.assets;

import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import shelfwise.base.Problem;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.ingest.ImportResult;
import shelfwise.store.AssetInfo;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ColumnNotes;
import shelfwise.ui.kit.DataTable;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.Severity;
import shelfwise.ui.kit.StatePane;

/** Draws Assets: the list of them; of the chosen one the rows, the columns with their roles, and the rejected rows. */
public final class AssetsView {
    private static final double ROWS = 0.72, LINE = 80, REASON = 420, ROW = 900;
    private static final int HASH = 12;
    private final AssetsViewModel model;
    private final AssetActs acts;
    private final UiContext ui;
    private final DataTable rows, rejects;
    private final ColumnsPane pane;
    private boolean filling;

    @FXML private StackPane root;
    @FXML private StatePane state;
    @FXML private SplitPane content;
    @FXML private TextField words;
    @FXML private ListView<AssetInfo> list;
    @FXML private Label name, facts, description;
    @FXML private ChoiceBox<AssetKind> kind;
    @FXML private ChoiceBox<Integer> versions;
    @FXML private Button add, quality, pipeline;
    @FXML private ToggleButton columns;
    @FXML private MenuButton more;
    @FXML private MenuItem describe, rename, delete;
    @FXML private VBox news;
    @FXML private TabPane tabs;
    @FXML private Tab rowsTab, rejectsTab;

    AssetsView(AssetsViewModel model, AssetActs acts, UiContext ui) {
        this.model = model;
        this.acts = acts;
        this.ui = ui;
        rows = ui.dataTable();
        rejects = ui.dataTable();
        pane = new ColumnsPane(ui, new ColumnsPane.Acts(this::setRole, f -> rows.scrollToColumn(columnIndex(f.name())), f -> goQuality(f.name())));
    }

    @FXML private void initialize() {
        fillFrame();
        state.showBusy(ui.text("assets.reading"));
        ui.keep(model.open().subscribe(_ -> show()));
        ui.keep(model.read().subscribe(_ -> show()));
        ui.keep(model.news().subscribe(result -> news.getChildren().setAll(result.map(this::newsOf).stream().toList())));
        ui.keep(model.failure().subscribe(f -> f.ifPresent(cause -> state.showError(cause, ui.messages(), () -> model.refresh(ui.jobs())))));
    }

    private void fillFrame() {
        add.setGraphic(Icons.IMPORT.icon());
        add.setTooltip(new Tooltip(ui.text("assets.import.help")));
        add.setOnAction(_ -> acts.chooseFiles());
        words.textProperty().bindBidirectional(model.words());
        list.setItems(model.found());
        list.setCellFactory(_ -> new AssetCell(ui));
        list.setPlaceholder(new Label(ui.text("assets.find.none")));
        ListChangeListener<AssetInfo> changed = _ -> selectOpen();
        model.found().addListener(changed);
        ui.keep(() -> model.found().removeListener(changed));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, asset) -> {
            if (!filling && asset != null) model.choose(asset.name(), ui.jobs());
        });
        kind.getItems().setAll(AssetKind.values());
        kind.setConverter(ColumnsPane.words(k -> AssetCell.kind(k, ui)));
        kind.setTooltip(new Tooltip(ui.text("assets.kind.help")));
        kind.valueProperty().addListener((_, _, chosen) -> {
            if (!filling && chosen != null) acts.setKind(chosen);
        });
        versions.setConverter(ColumnsPane.words(v -> ui.text("assets.version", v)));
        versions.valueProperty().addListener((_, _, chosen) -> {
            if (!filling && chosen != null) model.chooseVersion(chosen, ui.jobs());
        });
        quality.setGraphic(Icons.QUALITY.icon());
        quality.setOnAction(_ -> model.open().get().ifPresent(o -> ui.go("quality", Target.of("asset", o.info().name()))));
        pipeline.setGraphic(Icons.PIPELINES.icon());
        pipeline.setTooltip(new Tooltip(ui.text("assets.pipeline.help")));
        pipeline.setOnAction(_ -> acts.makePipeline());
        describe.setGraphic(Icons.EDIT.icon());
        describe.setOnAction(_ -> acts.describe());
        rename.setOnAction(_ -> acts.rename());
        delete.setOnAction(_ -> acts.delete());
        columns.selectedProperty().addListener(_ -> showRows());
        rejectsTab.setContent(rejects);
        root.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
        });
        root.setOnDragDropped(e -> {
            acts.importFiles(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
        });
    }

    private void show() {
        if (!model.read().get()) return;
        model.open().get().ifPresentOrElse(this::showOpen, () -> state.showEmpty(new EmptyState(Icons.ASSETS, ui.text("assets.none"), ui.text("assets.none.help"))
                .button(ui.text("assets.import"), acts::chooseFiles).link(ui.text("ui.try-sample"), () -> ui.go("home"))));
    }

    private void showOpen(AssetsViewModel.Open open) {
        filling = true;
        name.setText(open.info().name());
        kind.setValue(open.version().kind());
        kind.setDisable(!open.latest());
        versions.getItems().setAll(open.versions().stream().map(v -> v.version()).toList());
        versions.setValue(open.version().version());
        filling = false;
        selectOpen();
        facts.setText(ui.text("assets.facts", open.version().source(), ui.numbers().moment(open.version().created()), open.version().contentHash().substring(0, HASH)));
        description.setText(about(open.info()));
        description.setManaged(!description.getText().isEmpty());
        rows.show(open.table(), c -> DataTable.Header.of(ColumnNotes.of(open.profile(), open.table().schema().field(c).name())));
        pane.show(open);
        showRejects(open);
        showRows();
        state.showContent(content);
    }

    /** Marks the asset shown in the list, which forgets it when its items change. */
    private void selectOpen() {
        filling = true;
        String shown = model.open().get().map(o -> o.info().name()).orElse("");
        model.found().stream().filter(a -> a.name().equals(shown)).findFirst().ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        filling = false;
    }

    private String about(AssetInfo info) {
        var parts = new java.util.ArrayList<String>();
        if (!info.description().isBlank()) parts.add(info.description());
        if (!info.owner().isBlank()) parts.add(ui.text("assets.owner.is", info.owner()));
        if (!info.tags().isEmpty()) parts.add(ui.text("assets.tags.are", info.tags()));
        return String.join("  ·  ", parts);
    }

    private void showRows() {
        if (columns.isSelected()) {
            var split = new SplitPane(rows, pane);
            SplitPane.setResizableWithParent(pane, false);
            split.setDividerPositions(ROWS);
            rowsTab.setContent(split);
        } else {
            rowsTab.setContent(new StackPane(rows));
        }
    }

    private void showRejects(AssetsViewModel.Open open) {
        long rejected = open.version().rejected();
        rejectsTab.setText(ui.text("assets.rejects.of", ui.numbers().count(rejected)));
        rejectsTab.setDisable(rejected == 0);
        if (rejected == 0) tabs.getSelectionModel().select(rowsTab);
        rejects.show(new RejectTable(model.workspace().assets(), open.version(), ui.messages()), c -> DataTable.Header.plain(c == 0 ? LINE : c == 1 ? REASON : ROW));
    }

    private void setRole(Field field, Role role) {
        acts.setRole(field.name(), role, pane::again);
    }

    private int columnIndex(String column) {
        return model.open().get().flatMap(o -> o.version().schema().find(column).stream().boxed().findFirst()).orElse(0);
    }

    private void goQuality(String column) {
        model.open().get().ifPresent(o -> ui.go("quality", Target.of("asset", o.info().name(), "column", column)));
    }

    private Node newsOf(ImportResult result) {
        tabs.getSelectionModel().select(rowsTab);
        var text = new VBox();
        text.getStyleClass().add("group");
        text.getChildren().add(line(ui.text("assets.imported", ui.numbers().count(result.rows()), result.asset(), String.valueOf(result.version()), result.rows())));
        if (result.rejected() > 0) text.getChildren().add(line(ui.text("assets.imported.rejected", ui.numbers().count(result.rejected()), result.rejected())));
        for (Problem note : result.notes()) text.getChildren().add(line(ui.messages().tell(note).replace('\n', ' ')));
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button(null, Icons.CLOSE.icon());
        close.getStyleClass().addAll("flat", "button-icon");
        close.setTooltip(new Tooltip(ui.text("ui.close")));
        close.setOnAction(_ -> model.forgetNews());
        boolean fine = result.rejected() == 0 && result.notes().isEmpty();
        var box = new HBox((fine ? Severity.GOOD : Severity.INFO).badge(ui.messages()), text, close);
        box.getStyleClass().addAll("card", "news");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
