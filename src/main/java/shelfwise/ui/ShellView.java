package shelfwise.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.CommandPalette;
import shelfwise.ui.kit.Icons;

/** Draws the frame around the places and hands keys to commands. */
public final class ShellView {
    private static final Set<KeyCode> EDIT_TEXT = Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END,
            KeyCode.DELETE, KeyCode.BACK_SPACE);
    private static final String GO = "Shortcut+";
    private final ShellViewModel model;
    private final List<Place> places;
    private final UiContext ui;
    private final Scene scene;
    private final Map<String, Node> views = new HashMap<>();
    private final Map<String, ToggleButton> rungs = new HashMap<>();
    private @Nullable JobStrip strip;

    @FXML private BorderPane frame;
    @FXML private VBox rail;
    @FXML private StackPane ground;
    @FXML private Label project;
    @FXML private Button back, search, help;
    @FXML private MenuButton theme;
    @FXML private Label searchText, searchKey;
    @FXML private ToggleButton english, chinese;

    ShellView(ShellViewModel model, List<Place> places, UiContext ui, Scene scene) {
        this.model = model;
        this.places = places;
        this.ui = ui;
        this.scene = scene;
    }

    @FXML private void initialize() {
        project.textProperty().bind(model.project().map(name -> name.isEmpty() ? ui.text("ui.no-project") : name));
        back.setGraphic(Icons.BACK.icon());
        back.disableProperty().bind(model.canGoBack().not());
        back.setOnAction(_ -> model.back());
        searchText.setGraphic(Icons.SEARCH.icon());
        searchKey.setText(KeyCombination.valueOf("Shortcut+K").getDisplayText());
        search.setOnAction(_ -> openPalette());
        help.setGraphic(Icons.HELP.icon());
        help.setOnAction(_ -> openHelp());
        drawThemes();
        back.setAccessibleText(ui.text("ui.back"));
        search.setAccessibleText(ui.text("ui.search"));
        help.setAccessibleText(ui.text("ui.help"));
        drawLanguages();
        drawRail();
        strip = new JobStrip(ui);
        frame.setBottom(strip);
        ui.keep(model.at().subscribe(this::show));
        listenToKeys();
    }

    private void drawThemes() {
        var group = new ToggleGroup();
        for (Theme t : Theme.values()) {
            var item = new RadioMenuItem(ui.text(t.key()), t.icon().icon());
            item.setId("theme-" + t.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.setTheme(t));
            theme.getItems().add(item);
        }
        ui.keep(model.theme().subscribe(now -> {
            group.selectToggle(group.getToggles().get(now.ordinal()));
            theme.setGraphic(now.icon().icon());
            theme.setAccessibleText(ui.text("ui.theme.is", ui.text(now.key())));
        }));
    }

    private void drawLanguages() {
        var group = new ToggleGroup();
        group.getToggles().addAll(english, chinese);
        boolean inChinese = ui.messages().locale().getLanguage().equals("zh");
        group.selectToggle(inChinese ? chinese : english);
        english.setOnAction(_ -> speak(Locale.ENGLISH));
        chinese.setOnAction(_ -> speak(Locale.SIMPLIFIED_CHINESE));
    }

    private void speak(Locale language) {
        english.setSelected(language.equals(Locale.ENGLISH));
        chinese.setSelected(!language.equals(Locale.ENGLISH));
        model.setLanguage(language);
    }

    private void drawRail() {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            var rung = new ToggleButton(ui.text("place." + place.id()), place.icon().icon(20));
            rung.setId("rail-" + place.id());
            rung.getStyleClass().add("rung");
            rung.setTooltip(new Tooltip(ui.text("place." + place.id()) + "  " + KeyCombination.valueOf(GO + (i + 1)).getDisplayText()));
            rung.setOnAction(_ -> {
                rung.setSelected(true);
                ui.go(place.id());
            });
            rungs.put(place.id(), rung);
            rail.getChildren().add(rung);
        }
    }

    private void show(ShellViewModel.Stop stop) {
        rungs.forEach((id, rung) -> rung.setSelected(id.equals(stop.place())));
        placeAt(stop.place()).ifPresent(place -> {
            ground.getChildren().setAll(views.computeIfAbsent(place.id(), _ -> place.view(ui)));
            place.shown(model.take(stop));
        });
    }

    private Optional<Place> placeAt(String id) {
        return places.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private void listenToKeys() {
        EventHandler<KeyEvent> byKey = this::runByKey, escape = this::onEscape;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, byKey);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, escape);
        ui.keep(() -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, byKey);
            scene.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
        });
    }

    private void runByKey(KeyEvent event) {
        if (ui.floats().isOpen()) {
            if (event.getCode() != KeyCode.ESCAPE) return;
            event.consume(); // a list in a dialogue would keep it to itself
            ui.closeDialogue();
            return;
        }
        if (isTyping(event) || strip != null && strip.takes(event)) return;
        commands().stream().filter(c -> c.key().isPresent() && c.key().get().match(event)).findFirst().ifPresent(c -> {
            event.consume();
            c.act().run();
        });
    }

    /** In a field, keys that write or edit text are the field's. */
    private boolean isTyping(KeyEvent event) {
        if (!isField(scene.getFocusOwner()) || event.getCode().isFunctionKey()) return false;
        return !event.isShortcutDown() && !event.isAltDown() || EDIT_TEXT.contains(event.getCode()) && !event.isShiftDown() && !event.isAltDown();
    }

    /** A list box that can be written in keeps the focus to itself while its field is written in. */
    private static boolean isField(@Nullable Node owner) {
        return owner instanceof TextInputControl || owner instanceof ComboBoxBase<?> box && box.isEditable();
    }

    private void onEscape(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        if (!placeAt(model.at().get().place()).map(Place::escape).orElse(false)) model.back();
        event.consume();
    }

    /** Those of the place shown, then those of the window. */
    private List<Command> commands() {
        var all = new ArrayList<Command>(placeAt(model.at().get().place()).map(p -> p.commands(ui)).orElse(List.of()));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            all.add(Command.of(ui.text("ui.go-to", ui.text("place." + place.id())), place.icon(), GO + (i + 1), () -> ui.go(place.id())));
        }
        JobStrip jobs = strip;
        if (jobs != null && !ui.jobs().rows().isEmpty()) all.add(Command.of(ui.text("ui.jobs.show"), Icons.EXPAND, "Shortcut+J", jobs::toggle));
        if (jobs != null && jobs.waits()) all.add(Command.of(ui.text("ui.jobs.stop"), Icons.CANCEL, "Shift+Shortcut+Period", jobs::stopAll));
        all.add(Command.of(ui.text("ui.palette.open"), Icons.SEARCH, "Shortcut+K", this::openPalette));
        all.add(Command.of(ui.text("ui.help"), Icons.HELP, "F1", this::openHelp));
        all.add(Command.of(ui.text("ui.theme.switch"), Icons.DARK, "Shortcut+Shift+L", () -> model.setTheme(model.theme().get().other())));
        all.add(Command.of(ui.text("ui.theme.contrast"), Icons.CONTRAST, "Shortcut+Alt+C", () -> model.setTheme(model.theme().get().stronger())));
        all.add(Command.of(english.getText(), Icons.LANGUAGE, () -> speak(Locale.ENGLISH)));
        all.add(Command.of(chinese.getText(), Icons.LANGUAGE, () -> speak(Locale.SIMPLIFIED_CHINESE)));
        return all;
    }

    private void openPalette() {
        ui.floats().showAtTop(new CommandPalette(commands(), ui.messages(), ui::closeDialogue));
    }

    private void openHelp() {
        String id = model.at().get().place();
        if (!id.isEmpty()) ui.showDialogue(ui.text("place." + id), new HelpPane(ui.text("place." + id + ".help"), commands(), ui.messages()));
    }
}
