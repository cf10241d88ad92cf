package shelfwise.ui.pipelines;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.SettingKind;
import shelfwise.pipeline.SettingSpec;
import shelfwise.pipeline.SettingsForm;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/** One setting: its name, its field, its help and range, whether it has its default, and what is wrong with what was entered. */
final class SettingRow extends VBox implements Editor.Taker {
    /** What an operator chooses by itself where none is named. */
    private static final Set<Picks.What> DOES_WITHOUT = EnumSet.of(Picks.What.COLUMN, Picks.What.ENCODER, Picks.What.MODEL);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong"), CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double TELLING_RANGE = 1e9;
    /** Letters of a range or a default that stay on one line. */
    private static final int UNBROKEN = 30;
    private final SettingsForm form;
    private final SettingSpec spec;
    private final String key;
    private final SettingsFormView.Host host;
    private final UiContext ui;
    private final Editor editor;
    private final Label problem = new Label();
    private final Button reset = new Button();
    private final Label followed = new Label();
    private final MenuButton more = new MenuButton(null, Icons.MORE.icon());
    private final boolean noStandard, compact;
    private @Nullable Record settings;

    SettingRow(SettingsForm form, SettingSpec spec, String key, boolean compact, Offers offers, SettingsFormView.Host host, UiContext ui) {
        this.form = form;
        this.spec = spec;
        this.key = key;
        this.host = host;
        this.ui = ui;
        noStandard = spec.picks().filter(p -> !DOES_WITHOUT.contains(p.value())).isPresent() && spec.initial().equals(""); // there is none that would do
        this.compact = compact;
        editor = editor(offers);
        getStyleClass().add(compact ? "setting-compact" : "setting");
        setId("setting-" + spec.name());
        problem.getStyleClass().add("setting-problem");
        problem.setGraphic(severe());
        problem.setWrapText(true);
        editor.control().setAccessibleHelp(help());
        if (compact) getChildren().add(compactLine());
        else fullLines();
        getChildren().add(problem);
        tell(Optional.empty());
    }

    private static Node severe() {
        var icon = Icons.ERROR.icon();
        icon.getStyleClass().add("severity-error");
        return icon;
    }

    private String name() {
        return ui.text(key);
    }

    /** The help, and the range where it tells something. */
    private String help() {
        String help = ui.text(key + ".help"), more = String.join(ui.text("pipelines.setting.and"), Stream.of(range(), initial()).filter(t -> !t.isEmpty()).toList());
        return more.isEmpty() ? help : ui.text("pipelines.setting.help", help, more);
    }

    private String range() {
        if (!spec.ranged() || Math.abs(spec.min()) > TELLING_RANGE && Math.abs(spec.max()) > TELLING_RANGE) return "";
        return unbroken(ui.text("setting.range", ui.numbers().exact(spec.min()), ui.numbers().exact(spec.max())) + unit(" "));
    }

    /** The default in words; empty where it tells nothing. */
    private String initial() {
        boolean empty = spec.initial().equals("") || spec.initial() instanceof List<?> l && l.isEmpty();
        if (noStandard || spec.kind() == SettingKind.TABLE || compact) return "";
        if (empty) return ui.text("setting.default-empty");
        String told = ui.text("setting.default", told(spec.initial()));
        return spec.kind() == SettingKind.CHOICE ? told : unbroken(told);
    }

    /** So that no number stands alone on a line. */
    private static String unbroken(String words) {
        return words.length() > UNBROKEN ? words : words.replace(' ', '\u00a0');
    }

    private String unit(String before) {
        return spec.unit().isEmpty() ? "" : before + ui.text(spec.unit());
    }

    private Node compactLine() {
        var label = new Label(spec.kind() == SettingKind.FLAG ? "" : name());
        label.getStyleClass().add("setting-side-name");
        label.setTooltip(new Tooltip(help()));
        label.setLabelFor(editor.control());
        HBox.setHgrow(editor.control(), Priority.ALWAYS);
        var line = new HBox(label, editor.control());
        line.getStyleClass().add("line");
        return line;
    }

    private void fullLines() {
        reset.setGraphic(Icons.RESET.icon());
        reset.getStyleClass().addAll("flat", "small", "setting-reset");
        reset.setText(ui.text("pipelines.setting.reset"));
        reset.setTooltip(new Tooltip(ui.text("setting.default", told(spec.initial()))));
        reset.setAccessibleText(ui.text("pipelines.setting.reset-of", name()));
        reset.setOnAction(_ -> reset());
        followed.getStyleClass().add("setting-followed");
        followed.setGraphic(Icons.SETTINGS.icon());
        more.getStyleClass().addAll("flat", "small", "setting-more");
        more.setAccessibleText(ui.text("pipelines.setting.more", name()));
        more.setTooltip(new Tooltip(ui.text("pipelines.setting.more", name())));
        more.setOnShowing(_ -> host.parameters().ifPresent(p -> more.getItems().setAll(p.acts(spec.name(), name()))));
        host.parameters().ifPresent(p -> more.getItems().setAll(p.acts(spec.name(), name())));
        more.setManaged(host.parameters().isPresent());
        more.setVisible(host.parameters().isPresent());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox();
        line.getStyleClass().addAll("line", "setting-line");
        if (spec.kind() == SettingKind.FLAG) line.getChildren().add(editor.control());
        else {
            var label = new Label(name());
            label.getStyleClass().add("setting-name");
            label.setLabelFor(editor.control());
            line.getChildren().add(label);
        }
        line.getChildren().addAll(gap, followed, reset, more);
        getChildren().add(line);
        if (spec.kind() != SettingKind.FLAG) getChildren().add(spec.unit().isEmpty() ? editor.control() : withUnit());
        var help = new Label(help());
        help.getStyleClass().add("caption");
        help.setWrapText(true);
        getChildren().add(help);
    }

    private Node withUnit() {
        var line = new HBox(editor.control(), new Label(unit("")));
        line.getStyleClass().add("line");
        return line;
    }

    private Editor editor(Offers offers) {
        return switch (spec.kind()) {
            case WHOLE, DECIMAL -> new NumberEditor(spec, v -> form.text(spec.name(), v), name(), ui, this);
            case NUMBER_LIST -> new Editors.Text(v -> form.text(spec.name(), v), false, this);
            case FLAG -> new Editors.Flag(name(), this);
            case CHOICE -> new Editors.Choice(spec.type(), this::told, this);
            case CHOICE_LIST -> new Editors.Choices(spec.type(), this::told, this);
            case TEXT -> spec.picks().map(p -> text(p, offers)).orElseGet(() -> new Editors.Text(Object::toString, false, this));
            case TEXT_LIST -> spec.picks().<Editor>map(p -> new PicksEditor(offers.of(p), ui, this))
                    .orElseGet(() -> new Editors.Text(v -> form.text(spec.name(), v), false, this));
            case TABLE -> new RowsEditor(spec, key, offers, host, ui, this);
        };
    }

    private Editor text(Picks picks, Offers offers) {
        return switch (picks.value()) {
            case ASSET, COLUMN, ENCODER, IMAGE_ENCODER, MODEL, SETTING -> new Editors.Pick(offers.of(picks), prompt(picks), this);
            case EXPRESSION, CONDITION -> new ExpressionEditor(picks, offers, ui, this);
        };
    }

    private String prompt(Picks picks) {
        return ui.text(switch (picks.value()) {
            case MODEL -> "pipelines.pick.model";
            case SETTING -> "pipelines.pick.setting";
            case ASSET -> "pipelines.pick.asset";
            case ENCODER, IMAGE_ENCODER -> "pipelines.pick.encoder";
            case COLUMN, EXPRESSION, CONDITION -> "pipelines.pick.column";
        });
    }

    /** A value in words. */
    private String told(Object value) {
        return switch (value) {
            case Enum<?> e -> ui.text(key + "." + SettingSpec.word(e));
            case Boolean b -> ui.text(b ? "setting.yes" : "setting.no");
            case Number n -> ui.numbers().exact(n.doubleValue());
            default -> {
                String text = spec.kind() == SettingKind.TABLE ? "" : form.text(spec.name(), value);
                yield text.isEmpty() ? ui.text("pipelines.setting.empty") : text;
            }
        };
    }

    /** Shows what is set, unless the field says that already. */
    void show(Record now) {
        boolean first = settings == null;
        Object before = settings == null ? null : form.get(settings, spec.name()), value = form.get(now, spec.name());
        settings = now;
        if (!first && value.equals(before) && host.draftOf(spec.name()).isPresent() == problem.isManaged()) {
            mark(value);
            return;
        }
        tell(Optional.empty());
        mark(value);
        editor.show(value);
        host.draftOf(spec.name()).ifPresent(text -> {
            editor.showText(text);
            typed(text);
        });
    }

    void focusField() {
        editor.focus();
    }

    @Override public void typed(String text) {
        take(() -> form.parse(spec.name(), text), text, true);
    }

    @Override public void chosen(Object value) {
        take(() -> value, "", false);
    }

    private void take(Supplier<Object> entered, String text, boolean typing) {
        Record before = settings;
        if (before == null) return;
        try {
            Record now = form.with(before, spec.name(), entered.get());
            settings = now;
            tell(Optional.empty());
            mark(form.get(now, spec.name()));
            host.draft(spec.name(), Optional.empty());
            if (!now.equals(before)) host.changed(now, spec.name(), typing);
        } catch (ProblemException e) {
            tell(Optional.of(e.problem()));
            host.draft(spec.name(), Optional.of(text));
        }
    }

    boolean standard() {
        Record now = settings;
        return noStandard || now == null || problem.getText().isEmpty() && form.get(now, spec.name()).equals(spec.initial());
    }

    /** Gives it its default, unless there is none that would do. */
    void reset() {
        if (noStandard) return;
        editor.show(spec.initial());
        chosen(spec.initial());
    }

    private void mark(Object value) {
        boolean isStandard = value.equals(spec.initial()) && problem.getText().isEmpty();
        shown(reset, !isStandard && !noStandard);
        pseudoClassStateChanged(CHANGED, !isStandard && !noStandard);
        Optional<String> name = host.parameters().flatMap(p -> p.followed(spec.name()));
        followed.setText(name.map(n -> ui.text("pipelines.setting.follows", n)).orElse(""));
        shown(followed, name.isPresent());
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void tell(Optional<Problem> wrong) {
        problem.setText(wrong.map(p -> {
            Failure told = Failure.of(p.asException(), ui.messages());
            return told.cure().isEmpty() ? told.what() : told.what() + " " + told.cure();
        }).orElse(""));
        shown(problem, wrong.isPresent());
        pseudoClassStateChanged(WRONG, wrong.isPresent());
        if (wrong.isPresent()) shown(reset, !noStandard);
    }
}
