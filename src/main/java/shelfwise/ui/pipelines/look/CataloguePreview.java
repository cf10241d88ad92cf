package shelfwise.ui.pipelines.look;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import shelfwise.app.look.PortContent;
import shelfwise.data.Role;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ValueBars;

/** A catalogue: how many products have which text, and its rows. */
final class CataloguePreview extends BorderPane {
    private static final double SIDE = 240;

    CataloguePreview(PortContent.Goods goods, LookViewModel model, UiContext ui) {
        var title = new Label(ui.text("look.texts"));
        title.getStyleClass().add("look-tile-title");
        var bars = new ValueBars(ui.palette());
        bars.show(goods.texts().stream().map(t -> new ValueBars.Bar(name(t, ui), t.share(), ui.numbers().percent(t.share()), 0)).toList());
        var side = new VBox(title, bars);
        List<PortContent.Text> worded = goods.texts().stream().filter(t -> t.role() == Role.TITLE || t.role() == Role.DESCRIPTION).toList();
        for (PortContent.Text t : worded) {
            var words = new Label(ui.text("look.texts.words", name(t, ui), ui.numbers().number(t.words())));
            words.setWrapText(true);
            words.getStyleClass().add("caption");
            side.getChildren().add(words);
        }
        side.getStyleClass().add("look-side");
        side.setPrefWidth(SIDE);
        if (!goods.texts().isEmpty()) setLeft(side);
        setCenter(new TablePreview(goods.attributes(), model, ui));
    }

    private static String name(PortContent.Text text, UiContext ui) {
        return text.role() == Role.NONE ? text.column() : ui.text(text.role().nameKey());
    }
}
