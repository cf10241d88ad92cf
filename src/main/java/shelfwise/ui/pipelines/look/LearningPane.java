package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shelfwise.app.look.EarlierTraining;
import shelfwise.app.look.Product;
import shelfwise.data.LearningCurve;
import shelfwise.ui.UiContext;

/** How a model got better, and a box for each other model of the pipeline that learned step by step, and for what earlier runs made at the same step, to lay its curves over. */
final class LearningPane extends VBox {
    private static final double GAP = 8;
    /** Settings that a box names. */
    private static final int NAMED = 3;
    private final LearningCurve curve;
    private final Product product;
    private final LookViewModel model;
    private final UiContext ui;
    private final LookWords words;
    private final OverlayViewModel overlay;
    private final FlowPane boxes = new FlowPane(2 * GAP, GAP);
    private final VBox choices;

    LearningPane(LearningCurve curve, Product product, LookViewModel model, UiContext ui) {
        this.curve = curve;
        this.product = product;
        this.model = model;
        this.ui = ui;
        words = new LookWords(ui);
        overlay = new OverlayViewModel(model.node(product.node()).map(words::name).orElse(product.node()), curve);
        boxes.getStyleClass().add("overlay-boxes");
        choices = new VBox(GAP / 2, LearningView.caption(ui.text("look.overlay")), boxes);
        choices.getStyleClass().add("overlay-choices");
        draw();
        overlay.overlays().subscribe(_ -> draw());
        read();
    }

    /** What can't be read is not offered: the model's own curve is there all the same. */
    private void read() {
        List<TrainedModels.Trained> all = model.trained(), others = all.stream().filter(t -> !t.product().key().equals(product.key())).toList();
        String pipeline = model.pipelineName();
        Map<String, Long> times = all.stream().collect(Collectors.groupingBy(this::name, Collectors.counting()));
        model.ask((service, _, progress) -> {
            var read = new ArrayList<OverlayViewModel.Choice>();
            for (TrainedModels.Trained t : others) {
                progress.check();
                String name = name(t);
                read.add(new OverlayViewModel.Choice(times.getOrDefault(name, 1L) > 1 ? ui.text("look.overlay.which", name, t.node().id()) : name, service.curve(t.product())));
            }
            for (EarlierTraining e : service.earlierTrainings(pipeline, product, progress)) {
                progress.check();
                read.add(new OverlayViewModel.Choice(name(e), service.curve(e.product())));
            }
            return read;
        }, this::offer, _ -> { });
    }

    private String name(TrainedModels.Trained t) {
        String name = words.name(t.node());
        if (t.swept().isEmpty()) return name;
        return ui.text("look.overlay.swept", name, ui.list(t.swept().stream().map(s -> ui.text("look.sweep.set", words.setting(s.setting(), model), s.value()))));
    }

    /** By the settings that were otherwise then; the first few where there are many. */
    private String name(EarlierTraining e) {
        if (e.changed().isEmpty()) return ui.text("look.overlay.run.data", e.run());
        String settings = ui.list(e.changed().entrySet().stream().limit(NAMED).map(s -> ui.text("look.sweep.set", ui.text("op." + product.operator() + "." + s.getKey()), s.getValue())));
        int more = e.changed().size() - NAMED;
        return ui.text("look.overlay.run", e.run(), more > 0 ? ui.text("look.overlay.run.more", settings, more) : settings);
    }

    private void offer(List<OverlayViewModel.Choice> others) {
        overlay.offer(others);
        if (overlay.choices().get().isEmpty()) return;
        boxes.getChildren().clear();
        for (OverlayViewModel.Choice c : overlay.choices().get()) {
            var box = new CheckBox(c.name());
            box.getStyleClass().add("overlay-box");
            box.selectedProperty().bindBidirectional(c.chosen());
            box.disableProperty().bind(overlay.full().and(c.chosen().not()));
            boxes.getChildren().add(box);
        }
        draw();
    }

    private void draw() {
        List<Overlay> laid = overlay.overlays().get();
        VBox shown = laid.isEmpty() ? new LearningView(curve, false, ui) : new OverlayView(laid, ui);
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().setAll(shown);
        if (!overlay.choices().get().isEmpty()) getChildren().addFirst(choices);
    }
}
