package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** The pinned previews side by side, under a bar that folds them away. */
final class PinDock extends BorderPane {
    private final PinsViewModel pins;
    private final LookViewModel model;
    private final Previews previews;
    private final Consumer<PortRef> open;
    private final UiContext ui;
    private final SplitPane row = new SplitPane();
    private final Label title = new Label();
    private final Button fold = new Button();
    private final Map<PortRef, PreviewPane> panes = new LinkedHashMap<>();

    /** @param open opens the view of the step */
    PinDock(PinsViewModel pins, LookViewModel model, Previews previews, Consumer<PortRef> open, UiContext ui) {
        this.pins = pins;
        this.model = model;
        this.previews = previews;
        this.open = open;
        this.ui = ui;
        getStyleClass().add("pin-dock");
        setId("pin-dock");
        title.getStyleClass().add("look-dock-title");
        title.setGraphic(Icons.PIN.icon());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        fold.getStyleClass().addAll("flat", "button-icon", "small");
        fold.setId("pin-fold");
        fold.setOnAction(_ -> pins.folded().set(!pins.folded().get()));
        var bar = new HBox(title, gap, fold);
        bar.getStyleClass().addAll("line", "look-dock-bar");
        setTop(bar);
        ListChangeListener<PortRef> change = _ -> show();
        pins.pins().addListener(change);
        ui.keep(() -> pins.pins().removeListener(change));
        ui.keep(pins.folded().subscribe(_ -> showFold()));
        ui.keep(model.shown().looks().subscribe(_ -> refresh()));
        ui.keep(model.shown().pipeline().subscribe(_ -> {
            show();
            refresh();
        }));
    }

    private void showFold() {
        boolean folded = pins.folded().get();
        fold.setGraphic((folded ? Icons.EXPAND : Icons.FOLD).icon());
        String key = folded ? "look.dock.unfold" : "look.dock.fold";
        fold.setTooltip(new Tooltip(ui.text(key)));
        fold.setAccessibleText(ui.text(key));
        setCenter(folded ? null : row);
    }

    /** Pins of steps that are not there (undone, taken out) wait unseen. */
    private List<PortRef> present() {
        return pins.pins().stream().filter(p -> model.port(p).isPresent()).toList();
    }

    private void show() {
        List<PortRef> now = present();
        title.setText(ui.text("look.dock", now.size()));
        if (List.copyOf(panes.keySet()).equals(now)) return;
        var before = new LinkedHashMap<>(panes);
        panes.clear();
        for (PortRef p : now) {
            PreviewPane known = before.remove(p);
            panes.put(p, known != null ? known : pane(p));
        }
        before.values().forEach(PreviewPane::leave);
        row.getItems().setAll(panes.values());
        var even = new ArrayList<Double>();
        for (int i = 1; i < now.size(); i++) even.add((double) i / now.size());
        row.setDividerPositions(even.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private PreviewPane pane(PortRef ref) {
        return new PreviewPane(ref, model, previews::of, ui).button("look.open", Icons.WIDEN, () -> open.accept(ref))
                .button("look.pin.left", Icons.PREVIOUS, () -> pins.move(ref, -1)).button("look.pin.right", Icons.NEXT, () -> pins.move(ref, 1))
                .button("look.unpin", Icons.CLOSE, () -> pins.toggle(ref));
    }

    /** Looks at all of them again. */
    private void refresh() {
        panes.values().forEach(PreviewPane::refresh);
    }

    /** Whether there is anything to see. */
    boolean isEmpty() {
        return panes.isEmpty();
    }

    /** Where the keyboard goes. */
    Node first() {
        return panes.isEmpty() || pins.folded().get() ? fold : panes.values().iterator().next();
    }
}
