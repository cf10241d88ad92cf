package shelfwise.ui.home;

import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import shelfwise.app.CacheService;
import shelfwise.app.CacheService.Extent;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.Severity;

/** What is kept of the steps that ran: how much of its limit, the choice of the limit, and the button to clear. */
final class CacheCard extends VBox {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final List<Long> LIMITS = List.of(GIGABYTE / 2, GIGABYTE, 2 * GIGABYTE, 4 * GIGABYTE, 8 * GIGABYTE, 16 * GIGABYTE, 32 * GIGABYTE, 64 * GIGABYTE);
    private final CacheService.State state;
    private final CacheActs acts;
    private final UiContext ui;

    CacheCard(CacheService.State state, CacheActs acts, UiContext ui) {
        this.state = state;
        this.acts = acts;
        this.ui = ui;
        getStyleClass().add("card");
        String said = ui.text("home.cache.used", bytes(state.usage().bytes()), bytes(state.limit()), state.usage().entries());
        getChildren().addAll(top(), label(said, ""), bar(said), label(ui.text("home.cache.needed", bytes(state.usage().stayBytes()), bytes(state.usage().clearable())), "caption"));
        if (state.room() < state.limit()) getChildren().add(Severity.WARNING.badge(ui.text("home.cache.room", bytes(state.room()), bytes(state.free()))));
        else if (state.usage().stayBytes() > state.limit()) getChildren().add(label(ui.text("home.cache.above"), "caption"));
        getChildren().add(bottom());
    }

    private String bytes(long bytes) {
        return ui.numbers().bytes(bytes);
    }

    private Node top() {
        var heading = new Label(ui.text("home.cache"));
        heading.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var clear = new Button(ui.text("home.cache.clear"), Icons.REMOVE.icon());
        clear.setId("cache-clear");
        clear.setDisable(state.usage().clearable() == 0);
        clear.setTooltip(new Tooltip(ui.text("home.cache.clear.help")));
        clear.setOnAction(_ -> acts.clear(Extent.UNNEEDED));
        var top = new HBox(heading, gap, clear);
        top.getStyleClass().add("line");
        return top;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        if (!style.isEmpty()) label.getStyleClass().add(style);
        return label;
    }

    /** The latest results in the accent's colour, then what can be cleared; the whole is the limit, or what is used if that is more. */
    private Node bar(String said) {
        double whole = Math.max(1, Math.max(state.limit(), state.usage().bytes()));
        var track = new StackPane(part("cache-used", state.usage().bytes() / whole), part("cache-needed", state.usage().stayBytes() / whole));
        track.getStyleClass().add("cache-bar");
        track.setId("cache-bar");
        track.setAccessibleText(said);
        return track;
    }

    private static Region part(String style, double share) {
        var part = new Region();
        part.getStyleClass().add(style);
        StackPane.setAlignment(part, Pos.CENTER_LEFT);
        part.parentProperty().subscribe(parent -> {
            if (parent instanceof Region track) part.maxWidthProperty().bind(track.widthProperty().multiply(share));
        });
        return part;
    }

    private Node bottom() {
        var choice = new ComboBox<Long>();
        choice.setId("cache-limit");
        var limits = new TreeSet<Long>(LIMITS);
        limits.add(state.limit());
        choice.getItems().setAll(limits);
        choice.setValue(state.limit());
        choice.setConverter(new StringConverter<>() {
            @Override public String toString(Long limit) {
                return limit == null ? "" : bytes(limit);
            }

            @Override public Long fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        choice.setOnAction(_ -> acts.limit(choice.getValue()));
        var name = new Label(ui.text("home.cache.limit"));
        name.setLabelFor(choice);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var results = new Button(ui.text("home.cache.clear.results"));
        results.setId("cache-clear-results");
        results.getStyleClass().add("flat");
        results.setDisable(state.usage().entries() == 0);
        results.setOnAction(_ -> acts.clear(Extent.RESULTS));
        var bottom = new HBox(name, choice, gap, results);
        bottom.getStyleClass().add("line");
        return bottom;
    }
}
