package shelfwise.ui;

import atlantafx.base.controls.ModalPane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Messages;
import shelfwise.ui.kit.Numbers;
import shelfwise.ui.kit.Palette;

/**
 * The window's content. A change of language makes all views anew, as nothing else reaches every text; what a person did lies in the
 * places' view models and stays. A change of theme is one of style sheet and palette.
 */
public final class Shell {
    /** The least size at which nothing is cut. */
    public static final int MIN_WIDTH = 1024, MIN_HEIGHT = 700;

    private final ShellViewModel model;
    private final JobBoard jobs;
    private final Choosers choosers;
    private final Remembered remembered;
    private final Scene scene = new Scene(new StackPane(), 1280, 800);
    private final ObjectProperty<Palette> palette;
    private Lifetime lifetime = new Lifetime();
    private @Nullable UiContext shown;
    private Map<String, Place> places = Map.of();

    public Shell(ShellViewModel model, JobBoard jobs, Choosers choosers, Remembered remembered) {
        this.model = model;
        this.jobs = jobs;
        this.choosers = choosers;
        this.remembered = remembered;
        palette = new SimpleObjectProperty<>(dress(model.theme().get()));
        model.theme().addListener((_, _, now) -> palette.set(dress(now)));
        model.language().addListener(_ -> build());
    }

    /** Puts the style sheets on. @return the colours they give */
    private Palette dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
        return Palette.read(theme.stylesheets());
    }

    public Scene scene() {
        return scene;
    }

    /** Shows another project: all places are new. @param project its name, empty while none is open */
    public void open(String project, List<Place> newPlaces) {
        var byId = new LinkedHashMap<String, Place>();
        newPlaces.forEach(p -> byId.put(p.id(), p));
        places = byId;
        model.open(project, List.copyOf(byId.keySet()));
        build();
    }

    /** The project has changed behind the place shown: it looks again. */
    void refresh() {
        Place here = places.get(model.at().get().place());
        if (here != null) here.shown(Target.NONE);
    }

    /** What the views shown now are given; none before a first project is opened. */
    Optional<UiContext> context() {
        return Optional.ofNullable(shown);
    }

    /** Tells an error that nothing else has caught. */
    void tell(Throwable cause) {
        if (shown != null) shown.tell(cause);
    }

    private void build() {
        lifetime.end();
        lifetime = new Lifetime();
        var messages = Messages.in(model.language().get());
        var layer = new ModalPane();
        layer.setFocusTraversable(false); // what it shows is; it itself is nothing to stand on
        var colours = new SimpleObjectProperty<Palette>();
        colours.bind(palette); // weakly, so that charts of views thrown away can go
        var ui = new UiContext(messages, new Numbers(messages), jobs, colours, model, choosers, new Floats(layer, messages), remembered, lifetime);
        var frame = ui.<Region>load("shell", new ShellView(model, List.copyOf(places.values()), ui, scene));
        var root = new StackPane(frame, layer);
        scene.setRoot(root);
        shown = ui;
    }
}
