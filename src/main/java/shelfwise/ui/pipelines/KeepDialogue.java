package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** Asks how steps are kept as an own operator: its name, what it does, and which settings it offers. */
final class KeepDialogue extends VBox {
    private static final double WIDE = 520, LIST = 280;
    private final OwnDraft draft;
    private final OwnViewModel own;
    private final OperatorCatalogue operators;
    private final UiContext ui;
    private final TextField name = new TextField(), description = new TextField();
    private final Label remark = new Label();
    private final Button keep = new Button();
    private final List<CheckBox> ticks = new ArrayList<>();

    /** @param done gets the operator that was asked for */
    KeepDialogue(OwnDraft draft, String proposed, OwnViewModel own, OperatorCatalogue operators, Consumer<OwnOperator> done, UiContext ui) {
        super(12);
        this.draft = draft;
        this.own = own;
        this.operators = operators;
        this.ui = ui;
        setPrefWidth(WIDE);
        getStyleClass().add("keep-dialogue");
        name.setId("own-name");
        name.setText(proposed);
        description.setId("own-description");
        description.setPromptText(ui.text("own.description.prompt"));
        own.find(proposed).ifPresent(o -> description.setText(o.description()));
        remark.setId("own-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        name.textProperty().subscribe(_ -> check());
        keep.setId("own-keep");
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.setOnAction(_ -> made().ifPresent(done));
        getChildren().addAll(fields(), ports(), settings(), remark, buttons());
        Platform.runLater(() -> {
            name.requestFocus();
            name.selectAll();
        });
    }

    private Node fields() {
        var grid = new GridPane(8, 8);
        row(grid, "own.name", name);
        row(grid, "own.description", description);
        return grid;
    }

    private void row(GridPane grid, String key, TextField field) {
        var label = new Label(ui.text(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private Node ports() {
        var label = new Label(ui.text("own.ports", told(draft.inputs(), true), told(draft.outputs(), false)));
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private String told(List<String> ports, boolean input) {
        if (ports.isEmpty()) return ui.text("own.nothing");
        return ui.list(ports.stream().map(w -> {
            var node = draft.steps().node(step(w));
            String type = operators.readable(node).stream().flatMap(o -> (input ? o.inputs() : o.outputs()).stream()).filter(p -> p.name().equals(rest(w)))
                    .map(p -> ui.text(p.type().nameKey())).findFirst().orElse(rest(w));
            return ui.text("own.port", called(node), type);
        }));
    }

    private String called(shelfwise.pipeline.Node node) {
        return node.label().isEmpty() ? ui.text("op." + node.operator() + ".name") : node.label();
    }

    private static String step(String written) {
        return written.substring(0, written.indexOf('.'));
    }

    private static String rest(String written) {
        return written.substring(written.indexOf('.') + 1);
    }

    /** A tick for each setting, under the name of its step. */
    private Node settings() {
        var title = new Label(ui.text("own.offer"));
        title.getStyleClass().add("section-title");
        var help = new Label(ui.text(draft.settings().isEmpty() ? "own.offer.none" : "own.offer.help"));
        help.getStyleClass().add("caption");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        var list = new VBox(4);
        String step = "";
        for (OwnDraft.Setting s : draft.settings()) {
            var node = draft.steps().node(s.step());
            if (!s.step().equals(step)) {
                var heading = new Label(ui.text("own.step", called(node), node.id()));
                heading.getStyleClass().add("caption");
                list.getChildren().add(heading);
            }
            step = s.step();
            list.getChildren().add(tick(s, node));
        }
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return draft.settings().isEmpty() ? new VBox(4, title, help) : new VBox(4, title, help, scroll);
    }

    private Node tick(OwnDraft.Setting s, shelfwise.pipeline.Node node) {
        SettingsForm form = operators.form(node);
        var box = new CheckBox(ui.text("op." + node.operator() + "." + s.name()));
        box.setMnemonicParsing(false);
        box.setId("offer-" + s.step() + "-" + s.name());
        box.setUserData(s.written());
        box.setSelected(s.proposed());
        box.setMinWidth(USE_PREF_SIZE);
        ticks.add(box);
        var shown = new Label(told(form, node, s.name()));
        shown.getStyleClass().add("muted");
        var line = new HBox(8, box, shown);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** The value that a new one would have. */
    private String told(SettingsForm form, shelfwise.pipeline.Node node, String setting) {
        Object value = form.get(node.settings(), setting);
        if (value instanceof Boolean b) return ui.text(b ? "setting.yes" : "setting.no");
        if (value instanceof Enum<?> e) return ui.text("op." + node.operator() + "." + setting + "." + SettingSpec.word(e));
        return value instanceof Number n ? ui.numbers().exact(n.doubleValue()) : form.text(setting, value);
    }

    private Node buttons() {
        var no = new Button(ui.text("ui.cancel"));
        no.setOnAction(_ -> ui.closeDialogue());
        var line = new HBox(8, no, keep);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    private Optional<OwnOperator> made() {
        try {
            return Optional.of(draft.own(name.getText().strip(), description.getText().strip(), ticks.stream().filter(CheckBox::isSelected).map(t -> (String) t.getUserData()).toList()));
        } catch (ProblemException e) {
            Failure told = Failure.of(e, ui.messages());
            remark(Icons.ERROR, "severity-error", told.what() + " " + told.cure());
            return Optional.empty();
        }
    }

    /** Says what keeping would do under this name. */
    private void check() {
        String wanted = name.getText().strip();
        Optional<OwnOperator> there = own.find(wanted);
        keep.setText(there.map(o -> ui.text("own.keep.again", o.version() + 1)).orElse(ui.text("own.keep.verb")));
        remark(null, "", there.map(o -> ui.text("own.keep.newer", o.version())).orElse(""));
        keep.setDisable(wanted.isEmpty() || made().isEmpty());
    }

    private void remark(@org.jspecify.annotations.Nullable Icons icon, String style, String text) {
        remark.setText(text);
        remark.setGraphic(null);
        if (icon != null) {
            var sign = icon.icon();
            sign.getStyleClass().add(style);
            remark.setGraphic(sign);
        }
        remark.setManaged(!text.isEmpty());
        remark.setVisible(!text.isEmpty());
    }
}
