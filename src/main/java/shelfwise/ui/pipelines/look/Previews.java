package shelfwise.ui.pipelines.look;

import javafx.scene.layout.Region;
import shelfwise.app.look.PortContent;
import shelfwise.app.look.Product;
import shelfwise.ui.UiContext;
import shelfwise.ui.choice.ModelHues;

/** Draws what an output holds, each type in its own way. */
final class Previews {
    private final LookViewModel model;
    private final ModelHues hues;
    private final UiContext ui;

    Previews(LookViewModel model, ModelHues hues, UiContext ui) {
        this.model = model;
        this.hues = hues;
        this.ui = ui;
    }

    Region of(PortContent content, Product product) {
        return switch (content) {
            case PortContent.Rows c -> new TablePreview(c.table(), model, ui);
            case PortContent.Events c -> EventsPreview.of(c, ui);
            case PortContent.Parts c -> SplitPreview.of(c, ui);
            case PortContent.Goods c -> new CataloguePreview(c, model, ui);
            case PortContent.Space c -> VectorsPreview.of(c, ui);
            case PortContent.Trained c -> new ModelPreview(c, product, model, ui);
            case PortContent.Ranked c -> new ListsPreview(c, ui);
            case PortContent.Judged c -> new MetricsPreview(c.metrics(), product, hues, model, ui);
        };
    }
}
