package shelfwise.ui.pipelines.look;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import shelfwise.app.look.PortContent;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Column;
import shelfwise.ui.kit.Numbers;

/** A split: what lies in each part, and what the training part is like. */
final class SplitPreview {
    private static final double ROW = 28, HEADER = 40, ROOMY = 600;

    private SplitPreview() { }

    static Region of(PortContent.Parts split, UiContext ui) {
        var tiles = new Tiles(ui);
        long all = split.parts().stream().mapToLong(PortContent.Part::events).sum();
        tiles.figure("look.split.method", new LookWords(ui).method(split.method()));
        tiles.figure("look.events", ui.numbers().count(all));
        EventsPreview.times(split.train(), tiles, ui);
        EventsPreview.activity("look.train.per-user", split.train().perUser(), tiles, ui);
        EventsPreview.activity("look.train.per-item", split.train().perItem(), tiles, ui);
        return tiles.wide("look.split.parts", table(split.parts(), all, ui), HEADER + ROW * split.parts().size());
    }

    private static TableView<PortContent.Part> table(List<PortContent.Part> parts, long all, UiContext ui) {
        var table = new TableView<PortContent.Part>();
        table.getStyleClass().add("short-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getColumns().add(Column.text(ui.text("look.split.part"), 92, p -> ui.text("look.split.part." + p.name())));
        table.getColumns().add(amount("look.events", 84, PortContent.Part::events, ui));
        TableColumn<PortContent.Part, PortContent.Part> share = Column.share(ui.text("look.split.share"), 120, p -> all == 0 ? 0 : (double) p.events() / all, ui.numbers());
        share.visibleProperty().bind(table.widthProperty().greaterThan(ROOMY));
        table.getColumns().add(share);
        table.getColumns().add(amount("look.users", 84, PortContent.Part::users, ui));
        table.getColumns().add(amount("look.items", 84, PortContent.Part::items, ui));
        table.getColumns().add(Column.text(ui.text("look.range"), 0, p -> p.span().map(s -> ui.text("look.range.of", ui.numbers().day(s.first()), ui.numbers().day(s.last())))
                .orElse(Numbers.MISSING)));
        table.getItems().setAll(parts);
        return table;
    }

    private static TableColumn<PortContent.Part, PortContent.Part> amount(String key, double width,
            java.util.function.ToLongFunction<PortContent.Part> value, UiContext ui) {
        return Column.amount(ui.text(key), width, p -> ui.numbers().count(value.applyAsLong(p)), _ -> Optional.empty());
    }
}
