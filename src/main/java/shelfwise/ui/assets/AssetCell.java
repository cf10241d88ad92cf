package shelfwise.ui.assets;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import shelfwise.data.AssetKind;
import shelfwise.store.AssetInfo;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Severity;

/** An asset in the list: name and kind, size, versions and time, rejected rows. */
final class AssetCell extends ListCell<AssetInfo> {
    private final UiContext ui;

    AssetCell(UiContext ui) {
        this.ui = ui;
        setPrefWidth(0); // as wide as the list, however long a name is
    }

    @Override protected void updateItem(AssetInfo asset, boolean empty) {
        super.updateItem(asset, empty);
        setGraphic(empty || asset == null ? null : draw(asset));
    }

    private Region draw(AssetInfo asset) {
        var name = new Label(asset.name());
        name.getStyleClass().add("asset-name");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var kind = caption(kind(asset.kind(), ui));
        kind.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(name, gap, kind);
        first.getStyleClass().add("line");
        var size = caption(ui.text("assets.size", ui.numbers().count(asset.latest().rows()), asset.latest().schema().size(), asset.latest().rows()));
        var when = caption(ui.text("assets.versions", asset.versions(), ui.numbers().moment(asset.latest().created())));
        var box = new VBox(first, size, when);
        box.getStyleClass().add("asset-cell");
        long rejected = asset.latest().rejected();
        if (rejected > 0) box.getChildren().add(Severity.WARNING.badge(ui.text("assets.rejected", ui.numbers().count(rejected))));
        return box;
    }

    static String kind(AssetKind kind, UiContext ui) {
        return ui.text("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }
}
