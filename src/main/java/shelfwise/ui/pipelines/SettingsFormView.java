package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.ui.UiContext;

/**
 * A form made of an operator's settings and its messages: nothing in it knows any operator. Each entry is checked as it is made; what can't be
 * a setting is told at its field and kept there as a draft.
 */
final class SettingsFormView extends VBox {
    /** Keeps what the form is told. */
    interface Host {
        /** The settings are other ones now. @param typing whether it is one of many small changes of {@code setting} */
        void changed(Record settings, String setting, boolean typing);

        /** A table among the settings has another value while a field of it is typed into. @param what that field, for undo */
        void typing(String setting, Object value, String what);

        /** Text in a field that can't be a setting; empty: it has become one. */
        void draft(String setting, Optional<String> text);

        Optional<String> draftOf(String setting);

        /** What else can be done with a setting, besides giving it a value; empty for a column of a table. */
        default Optional<SettingParameters> parameters() {
            return Optional.empty();
        }
    }

    private final List<SettingRow> rows = new ArrayList<>(), seldom = new ArrayList<>();
    private final TitledPane fold = new TitledPane();
    private boolean seldomStandard = true;

    /**
     * @param prefix  of the message keys: {@code op.model.item-knn}
     * @param compact names beside the fields and no help below them, for rows of a table
     */
    SettingsFormView(SettingsForm form, String prefix, boolean compact, Offers offers, Host host, UiContext ui) {
        this(form, form.specs(), prefix, compact, offers, host, ui);
    }

    /** The part of a form with these settings. */
    static SettingsFormView part(SettingsForm form, List<SettingSpec> shown, String prefix, Offers offers, Host host, UiContext ui) {
        return new SettingsFormView(form, shown, prefix, false, offers, host, ui);
    }

    private SettingsFormView(SettingsForm form, List<SettingSpec> shown, String prefix, boolean compact, Offers offers, Host host, UiContext ui) {
        getStyleClass().add(compact ? "settings-compact" : "settings");
        for (SettingSpec spec : shown) {
            var row = new SettingRow(form, spec, prefix + "." + spec.name(), compact, offers, host, ui);
            rows.add(row);
            if (spec.seldom()) seldom.add(row);
            else getChildren().add(row);
        }
        if (!seldom.isEmpty()) getChildren().add(folded(ui));
    }

    private TitledPane folded(UiContext ui) {
        var box = new VBox();
        box.getStyleClass().add("settings");
        box.getChildren().setAll(seldom);
        fold.setText(ui.text("pipelines.setting.seldom", seldom.size()));
        fold.setContent(box);
        fold.setId("seldom-settings");
        fold.setExpanded(false);
        fold.setAnimated(false);
        return fold;
    }

    /** Shows these settings; fields that show them already are left alone, with their caret. */
    void show(Record settings) {
        rows.forEach(r -> r.show(settings));
        boolean standard = seldom.stream().allMatch(SettingRow::standard);
        if (!standard && seldomStandard) fold.setExpanded(true); // what is set otherwise is seen; who folds it away again has it so
        seldomStandard = standard;
    }

    /** Whether every setting has its default. */
    boolean standard() {
        return rows.stream().allMatch(SettingRow::standard);
    }

    /** Gives every setting its default. */
    void reset() {
        rows.forEach(SettingRow::reset);
    }

    void focusFirst() {
        if (!rows.isEmpty()) rows.getFirst().focusField();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
