package shelfwise.ui.assets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.base.Problem;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.ingest.ImportPlan;
import shelfwise.ingest.Preview;
import shelfwise.ingest.Reject;
import shelfwise.store.AssetInfo;
import shelfwise.ui.UiContext;
import shelfwise.ui.WideDialogue;
import shelfwise.ui.kit.DataTable;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;

/** How a file is read, and its first rows as they would be read; every setting and every column's type and role can be changed. */
final class ImportDialogue extends WideDialogue {
    private static final double WIDE = 1_200, HIGH = 720, COLUMN = 164;
    private static final int TOLD = 3;
    private final ImportViewModel model;
    private final Map<ImportSetting, SettingField> fields = new EnumMap<>(ImportSetting.class);
    private final FlowPane form = new FlowPane();
    private final Label becomes = new Label();
    private final VBox remarks = new VBox();
    private final StatePane state = new StatePane();
    private final DataTable table;
    private final Button start;

    /** @param others the assets there are */
    ImportDialogue(ImportViewModel model, ObservableList<AssetInfo> others, UiContext ui, Runnable onChoose, Runnable onStart) {
        super(ui, WIDE, HIGH);
        this.model = model;
        table = ui.dataTable();
        form.getStyleClass().add("import-form");
        form.getChildren().add(nameField(others));
        for (ImportSetting s : ImportSetting.values()) {
            var field = new SettingField(s, ui, value -> model.set(s, value, ui.jobs()));
            fields.put(s, field);
            form.getChildren().add(field);
        }
        remarks.getStyleClass().add("group");
        VBox.setVgrow(state, Priority.ALWAYS);
        state.setMinHeight(0);
        start = button("assets.import", Icons.IMPORT, "import-start", onStart);
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        getChildren().addAll(fileLine(onChoose), form, remarks, state, buttons());
        watch();
    }

    private Node fileLine(Runnable onChoose) {
        var file = new Label(model.file().get().map(f -> String.valueOf(f.getFileName())).orElse(""), Icons.FILE.icon());
        file.getStyleClass().add("asset-name");
        var more = new Label(model.waiting() == 0 ? "" : ui.text("assets.import.waiting", model.waiting()));
        more.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var choose = new Button(ui.text("assets.import.choose"), Icons.OPEN.icon());
        choose.setOnAction(_ -> onChoose.run());
        var line = new HBox(file, more, gap, choose);
        line.getStyleClass().add("line");
        return line;
    }

    private Node nameField(ObservableList<AssetInfo> others) {
        var name = new TextField();
        name.setId("import-name");
        name.textProperty().bindBidirectional(model.name());
        var label = new Label(ui.text("assets.import.name"));
        label.getStyleClass().add("caption");
        label.setLabelFor(name);
        becomes.getStyleClass().add("muted");
        becomes.textProperty().bind(Bindings.createStringBinding(() -> becomes(model.name().get().strip(), others), model.name(), others));
        var box = new VBox(label, name);
        box.getStyleClass().add("setting-field");
        return box;
    }

    private String becomes(String name, List<AssetInfo> others) {
        if (name.isEmpty()) return "";
        return others.stream().filter(a -> a.name().equals(name)).findFirst()
                .map(a -> ui.text("assets.import.version", name, a.latest().version() + 1)).orElseGet(() -> ui.text("assets.import.new"));
    }

    private Node buttons() {
        return buttons(List.of(becomes), List.of(cancel(), start));
    }

    /** Follows the view model while it is shown. */
    private void watch() {
        whileShown(model.preview().subscribe(_ -> draw()).and(model.failure().subscribe(_ -> draw())).and(model.looking().subscribe(_ -> draw())));
    }

    private void draw() {
        Optional<Preview> preview = model.preview().get();
        Optional<Failure> failure = model.failure().get().map(cause -> Failure.of(cause, ui.messages()));
        start.setDisable(failure.isPresent() || preview.isEmpty());
        form.setVisible(preview.isPresent());
        form.setManaged(preview.isPresent());
        if (model.looking().get()) {
            if (preview.isEmpty()) state.showBusy(ui.text("assets.import.looking"));
            return; // what is shown stays until the answer is there
        }
        preview.ifPresent(p -> fields.forEach((setting, field) -> field.show(p.plan(), model.setting(setting))));
        remarks.getChildren().setAll(failure.map(this::told).map(List::of).orElseGet(() -> preview.map(this::remarks).orElse(List.of())));
        remarks.setManaged(!remarks.getChildren().isEmpty());
        if (failure.isPresent()) {
            if (preview.isEmpty()) state.getChildren().clear();
            table.setDisable(true);
            return;
        }
        preview.ifPresent(this::showRows);
    }

    private void showRows(Preview preview) {
        start.setText(preview.whole() ? ui.text("assets.import.rows", ui.numbers().count(preview.rows().rows()), preview.rows().rows()) : ui.text("assets.import"));
        table.setDisable(false);
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        String focused = focus == null ? null : focus.getId();
        ImportPlan plan = preview.plan();
        table.show(preview.rows(), c -> new DataTable.Header(false, Optional.empty(), Optional.of(controls(plan.columns().get(c), plan.formats().get(c))), COLUMN));
        table.addNote(preview.whole() ? "" : ui.text("assets.import.first", ImportViewModel.ROWS));
        state.showContent(table);
        if (focused == null || !(focused.startsWith("type-") || focused.startsWith("role-"))) return;
        applyCss(); // the headers are made anew: the keyboard stays where it was
        layout();
        table.lookupAll(".choice-box").stream().filter(n -> focused.equals(n.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    private Node controls(Field field, String format) {
        var type = new ChoiceBox<Optional<ColumnType>>();
        type.setId("type-" + field.name());
        type.getItems().add(Optional.empty());
        Arrays.stream(ColumnType.values()).map(Optional::of).forEach(type.getItems()::add);
        type.setConverter(ColumnsPane.words(t -> t.map(this::word).orElseGet(() -> ui.text("assets.import.detected", word(field.type())))));
        type.setValue(model.typeIsSaid(field.name()) ? Optional.of(field.type()) : Optional.empty());
        type.valueProperty().addListener((_, _, chosen) -> model.setType(field.name(), chosen.orElse(null), ui.jobs()));
        type.setMaxWidth(Double.MAX_VALUE);
        type.setAccessibleText(ui.text("assets.type"));
        var role = new ChoiceBox<Role>();
        role.setId("role-" + field.name());
        role.getItems().setAll(Role.values());
        role.setConverter(ColumnsPane.words(r -> ui.text(r.nameKey())));
        role.setValue(field.role());
        role.valueProperty().addListener((_, _, chosen) -> model.setRole(field.name(), chosen, ui.jobs()));
        role.setMaxWidth(Double.MAX_VALUE);
        role.setAccessibleText(ui.text("assets.role"));
        var box = new VBox(type, role);
        box.getStyleClass().add("header-controls");
        ui.messages().find("assets.import.date-format." + format).ifPresent(how -> box.getChildren().add(caption(how)));
        return box;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("column-kind");
        return label;
    }

    private String word(ColumnType type) {
        return ui.text(type.nameKey());
    }

    private List<Node> remarks(Preview preview) {
        var all = new ArrayList<Node>();
        if (!preview.rejects().isEmpty()) {
            all.add(remark(Icons.WARNING, "severity-warning", ui.text("assets.import.rejected", preview.rejects().size(),
                    preview.rows().rows() + preview.rejects().size()) + " " + preview.rejects().stream().limit(TOLD).map(this::reason).reduce((a, b) -> a + ui.text("ui.semicolon") + b).orElse("")));
        }
        for (Problem note : preview.plan().notes()) all.add(remark(Icons.INFO, "severity-info", ui.messages().tell(note).replace('\n', ' ')));
        return all;
    }

    private String reason(Reject reject) {
        return ui.text("assets.import.line", String.valueOf(reject.line()), ui.text(reject.reason(), reject.args().toArray()));
    }

    private Node told(Failure failure) {
        String where = ui.messages().find("assets.import." + failure.where().replace(' ', '-')).orElse(failure.where()); // a setting by its name here
        var box = remark(Icons.ERROR, "severity-error", where.isEmpty() ? failure.what() : ui.text("assets.import.where", where, failure.what()));
        box.setId("import-failure");
        if (failure.cure().isEmpty()) return box;
        var cure = new Label(failure.cure());
        cure.setWrapText(true);
        cure.getStyleClass().add("import-cure");
        return new VBox(box, cure);
    }
}
