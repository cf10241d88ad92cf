package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** A small table among the settings: each row is a form of its own, rows can be added and taken out. */
final class RowsEditor implements Editor {
    private final SettingSpec spec;
    private final SettingsForm form;
    private final String prefix;
    private final Offers offers;
    private final SettingsFormView.Host host;
    private final Taker taker;
    private final UiContext ui;
    private final VBox rows = new VBox();
    private final Button add;
    private final VBox box;
    private List<Record> values = List.of();
    private List<SettingsFormView> forms = List.of();

    /** @param host is told drafts under the table's name, row and column */
    RowsEditor(SettingSpec spec, String prefix, Offers offers, SettingsFormView.Host host, UiContext ui, Taker taker) {
        this.spec = spec;
        this.form = SettingsForm.ofRow(spec);
        this.prefix = prefix;
        this.offers = offers;
        this.host = host;
        this.taker = taker;
        this.ui = ui;
        rows.getStyleClass().add("setting-rows");
        rows.setManaged(false);
        add = new Button(ui.text("pipelines.rows.add"), Icons.ADD.icon());
        add.getStyleClass().add("small");
        add.setOnAction(_ -> {
            var now = new ArrayList<>(values);
            now.add(form.defaults());
            take(now);
            forms.getLast().focusFirst(); // a new row is there to be filled
        });
        box = new VBox(8, rows, add);
    }

    @Override public Node control() {
        return box;
    }

    @Override public void show(Object value) {
        values = ((List<?>) value).stream().map(Record.class::cast).toList();
        if (forms.size() == values.size()) { // the fields stay, with the caret in one of them
            for (int i = 0; i < forms.size(); i++) forms.get(i).show(values.get(i));
            return;
        }
        forms = IntStream.range(0, values.size()).mapToObj(i -> new SettingsFormView(form, prefix, true, offers, hostOf(i), ui)).toList();
        rows.getChildren().setAll(IntStream.range(0, values.size()).mapToObj(this::row).toList());
        rows.setVisible(!values.isEmpty());
        rows.setManaged(!values.isEmpty());
    }

    private Node row(int index) {
        SettingsFormView fields = forms.get(index);
        fields.show(values.get(index));
        HBox.setHgrow(fields, Priority.ALWAYS);
        var remove = new Button(null, Icons.REMOVE.icon());
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setTooltip(new Tooltip(ui.text("pipelines.rows.remove")));
        remove.setAccessibleText(ui.text("pipelines.rows.remove"));
        remove.setOnAction(_ -> {
            take(IntStream.range(0, values.size()).filter(i -> i != index).mapToObj(values::get).toList());
            add.requestFocus();
        });
        var row = new HBox(fields, remove);
        row.getStyleClass().add("setting-row");
        return row;
    }

    /** Rows were added or taken out: they are counted anew, and what was half typed in them is gone. */
    private void take(List<Record> now) {
        for (int i = 0; i < values.size(); i++) for (SettingSpec c : spec.columns()) host.draft(draft(i, c.name()), Optional.empty());
        show(now);
        taker.chosen(now);
    }

    private String draft(int row, String column) {
        return spec.name() + "[" + row + "]." + column;
    }

    private SettingsFormView.Host hostOf(int index) {
        return new SettingsFormView.Host() {
            @Override public void changed(Record row, String setting, boolean typing) {
                var now = new ArrayList<>(values);
                now.set(index, row);
                values = List.copyOf(now);
                if (typing) host.typing(spec.name(), values, RowsEditor.this.draft(index, setting));
                else taker.chosen(values);
            }

            @Override public void typing(String setting, Object value, String what) {
                throw new IllegalStateException("no tables in tables");
            }

            @Override public void draft(String setting, Optional<String> text) {
                host.draft(RowsEditor.this.draft(index, setting), text);
            }

            @Override public Optional<String> draftOf(String setting) {
                return host.draftOf(RowsEditor.this.draft(index, setting));
            }
        };
    }

    @Override public void focus() {
        add.requestFocus();
    }
}
