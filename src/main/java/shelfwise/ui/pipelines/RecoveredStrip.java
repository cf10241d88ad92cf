package shelfwise.ui.pipelines;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Icons;

/** Says that edits of an earlier time came back that are not saved, until they are saved or taken back. */
final class RecoveredStrip extends HBox {
    RecoveredStrip(PipelinesViewModel model, UiContext ui) {
        super(8);
        setId("recovered");
        getStyleClass().add("recovered-strip");
        setAlignment(Pos.CENTER_LEFT);
        var text = new Label(ui.text("pipelines.recovered"), Icons.UNDO.icon());
        text.setWrapText(true);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        var discard = new Button(ui.text("pipelines.recovered.discard"));
        discard.setOnAction(_ -> model.discard());
        var save = new Button(ui.text("pipelines.save"));
        save.setOnAction(_ -> model.save());
        getChildren().addAll(text, room, discard, save);
        var shown = model.recovered().and(model.unsaved());
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
    }
}
