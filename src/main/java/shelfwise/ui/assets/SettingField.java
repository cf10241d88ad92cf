package shelfwise.ui.assets;

import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import shelfwise.ingest.ImportPlan;
import shelfwise.ui.UiContext;

/** One setting of an import: shows what was detected while nothing else is said. */
final class SettingField extends VBox {
    private final ImportSetting setting;
    private final UiContext ui;
    private final Consumer<String> say;
    private final @Nullable ComboBox<String> free;
    private final @Nullable ChoiceBox<String> fixed;
    private String detected = "";
    private boolean filling;

    /** @param say called with what a person chose, blank for what is detected */
    SettingField(ImportSetting setting, UiContext ui, Consumer<String> say) {
        this.setting = setting;
        this.ui = ui;
        this.say = say;
        getStyleClass().add("setting-field");
        free = setting.free() ? freeBox() : null;
        fixed = setting.free() ? null : fixedBox();
        Control control = free != null ? free : java.util.Objects.requireNonNull(fixed);
        control.setId("import-" + setting.word());
        control.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(ui.text("assets.import." + setting.word()));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        getChildren().addAll(label, control);
    }

    private ComboBox<String> freeBox() {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(setting.offered());
        box.setConverter(converter());
        box.valueProperty().addListener((_, _, value) -> tell(value));
        return box;
    }

    private ChoiceBox<String> fixedBox() {
        var box = new ChoiceBox<String>();
        box.setConverter(converter());
        box.valueProperty().addListener((_, _, value) -> tell(value));
        return box;
    }

    private void tell(@Nullable String value) {
        if (!filling) say.accept(value == null ? "" : value);
    }

    /** @param said blank if it is detected */
    void show(ImportPlan plan, String said) {
        filling = true;
        setVisible(setting.fits(plan));
        setManaged(setting.fits(plan));
        if (said.isEmpty()) detected = setting.value(plan);
        if (free != null) {
            free.setPromptText(detected.isEmpty() ? "" : ui.text("assets.import.detected", words(detected)));
            if (said.isEmpty()) free.getEditor().clear();
            free.setValue(said.isEmpty() ? null : said);
        }
        if (fixed != null) {
            var values = new ArrayList<String>();
            values.add("");
            values.addAll(setting.offered());
            fixed.getItems().setAll(values);
            fixed.setValue(said);
        }
        filling = false;
    }

    private StringConverter<String> converter() {
        return new StringConverter<>() {
            @Override public String toString(@Nullable String value) {
                if (value == null) return "";
                return value.isEmpty() ? ui.text("assets.import.detected", words(detected)) : words(value);
            }

            @Override public String fromString(@Nullable String written) {
                String sought = written == null ? "" : written.strip();
                return setting.offered().stream().filter(v -> words(v).equals(sought)).findFirst().orElse(sought);
            }
        };
    }

    private String words(String value) {
        String code = switch (value) {
            case "." -> "point";
            case "," -> "comma";
            case "\"" -> "double";
            case "'" -> "single";
            default -> value;
        };
        return ui.messages().find("assets.import." + setting.word() + "." + code).orElse(value);
    }
}
