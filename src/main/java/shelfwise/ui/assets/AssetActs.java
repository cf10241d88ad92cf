package shelfwise.ui.assets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import shelfwise.data.AssetKind;
import shelfwise.data.Role;
import shelfwise.store.AssetInfo;
import shelfwise.store.Loss;
import shelfwise.ui.Choosers;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;

/**
 * What a person can do with assets.
 *
 * @param tell tells what failed in the window as it is by then
 */
record AssetActs(AssetsViewModel model, ImportViewModel importing, UiContext ui, Consumer<Throwable> tell) {
    private static final List<String> PATTERNS = List.of("*.csv", "*.tsv", "*.txt", "*.dat", "*.gz", "*.xlsx", "*.xls");
    private static final double WIDTH = 480;

    void chooseFiles() {
        importFiles(ui.choosers().open(ui.text("assets.import.title"), new Choosers.Kind(ui.text("assets.files"), PATTERNS),
                new Choosers.Kind(ui.text("assets.files.all"), List.of("*.*"))));
    }

    void importFiles(List<Path> files) {
        if (files.isEmpty()) return;
        importing.take(files, ui.jobs());
        showImport();
    }

    private void showImport() {
        ui.showDialogue(ui.text("assets.import.title"), new ImportDialogue(importing, model.all(), ui, this::chooseFiles, this::startImport));
    }

    private void startImport() {
        importing.start(ui.jobs(), result -> model.imported(result, ui.jobs()), tell);
        if (importing.next(ui.jobs())) showImport();
        else ui.closeDialogue();
    }

    /** @param refused runs where the column can't have this role */
    void setRole(String column, Role role, Runnable refused) {
        model.setRole(column, role, ui.jobs(), cause -> {
            refused.run();
            tell.accept(cause);
        });
    }

    void setKind(AssetKind kind) {
        model.setKind(kind, ui.jobs(), tell);
    }

    void rename() {
        model.open().get().ifPresent(o -> {
            var name = new TextField(o.info().name());
            name.setId("new-name");
            ask(ui.text("assets.rename"), ui.text("assets.rename"), List.of(field("assets.name", name)), name, n -> !n.isBlank() && !n.equals(o.info().name()),
                    () -> model.rename(name.getText().strip(), ui.jobs(), tell));
        });
    }

    void describe() {
        model.open().get().ifPresent(o -> {
            AssetInfo info = o.info();
            var description = new TextArea(info.description());
            description.setId("description");
            description.setWrapText(true);
            description.setPrefRowCount(4);
            var owner = new TextField(info.owner());
            var tags = new TextField(String.join(", ", info.tags()));
            tags.setPromptText(ui.text("assets.tags.prompt"));
            ask(ui.text("assets.describe"), ui.text("assets.describe.save"), List.of(field("assets.description", description), field("assets.owner", owner), field("assets.tags", tags)), description, _ -> true,
                    () -> model.describe(owner.getText().strip(), tagsOf(tags.getText()), description.getText().strip(), ui.jobs(), tell));
        });
    }

    private static List<String> tagsOf(String text) {
        return Arrays.stream(text.split("[,，;；]")).map(String::strip).filter(t -> !t.isEmpty()).distinct().collect(Collectors.toList());
    }

    private VBox field(String key, TextInputControl control) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        var box = new VBox(label, control);
        box.getStyleClass().add("asset-cell");
        return box;
    }

    private void ask(String title, String verb, List<VBox> fields, TextInputControl first, Predicate<String> fits, Runnable act) {
        var button = new Button(verb);
        button.setId("do");
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        button.disableProperty().bind(first.textProperty().map(t -> !fits.test(t.strip())));
        button.setOnAction(_ -> {
            ui.closeDialogue();
            act.run();
        });
        var cancel = new Button(ui.text("ui.cancel"));
        cancel.setOnAction(_ -> ui.closeDialogue());
        var buttons = new HBox(cancel, button);
        buttons.getStyleClass().add("buttons");
        var box = new VBox();
        box.getStyleClass().add("ask");
        box.getChildren().addAll(fields);
        box.getChildren().add(buttons);
        box.setPrefWidth(WIDTH);
        ui.showDialogue(title, box);
        first.requestFocus();
        first.selectAll();
    }

    /** Opens the wizard in Pipelines with the asset chosen. */
    void makePipeline() {
        model.open().get().ifPresent(o -> ui.go("pipelines", Target.of("template", o.info().name())));
    }

    /** Asks with what will be lost, and how much. */
    void delete() {
        model.open().get().ifPresent(o -> model.loss(ui.jobs(), loss -> ui.confirm(question(o.info().name(), loss), ui.text("assets.delete"),
                () -> model.delete(ui.jobs(), tell)), tell));
    }

    private String question(String name, Loss loss) {
        String what = ui.text("assets.delete.ask", name, loss.versions(), ui.numbers().count(loss.rows()), ui.numbers().count(loss.rejects()));
        if (loss.runs().isEmpty()) return what;
        return what + "\n" + ui.text("assets.delete.runs", loss.runs().size(), ui.list(loss.runs().stream().map(String::valueOf)));
    }
}
