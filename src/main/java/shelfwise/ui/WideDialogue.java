package shelfwise.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import shelfwise.ui.kit.Icons;

/** A dialogue with much to show: as large as it likes where the window has room, and within the window where it has not. */
public abstract class WideDialogue extends VBox {
    private static final double BESIDE = 96, ABOVE = 150;
    protected final UiContext ui;

    /** @param wide how wide it likes to be; @param high how high */
    protected WideDialogue(UiContext ui, double wide, double high) {
        this.ui = ui;
        getStyleClass().add("wide-dialogue");
        sceneProperty().subscribe(scene -> fitInto(scene, wide, high));
    }

    private void fitInto(@Nullable Scene scene, double wide, double high) {
        if (scene == null) return;
        prefWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(wide, scene.getWidth() - BESIDE), scene.widthProperty()));
        prefHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.min(high, scene.getHeight() - ABOVE), scene.heightProperty()));
    }

    /** Ends {@code watching} when the dialogue is taken away. */
    protected final void whileShown(Subscription watching) {
        ui.keep(watching);
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) watching.unsubscribe();
        });
    }

    protected final Button button(String key, Icons icon, String id, Runnable act) {
        var button = new Button(ui.text(key), icon.icon());
        button.setId(id);
        button.setOnAction(_ -> act.run());
        return button;
    }

    /** Takes the dialogue away. */
    protected final Button cancel() {
        var cancel = new Button(ui.text("ui.cancel"));
        cancel.setOnAction(_ -> ui.closeDialogue());
        return cancel;
    }

    /** The lowest line: what is told or asked on the left, the buttons on the right, never cut short. */
    protected static Node buttons(List<? extends Node> left, List<Button> right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Button b : right) b.setMinWidth(USE_PREF_SIZE);
        var line = new HBox();
        line.getChildren().addAll(left);
        line.getChildren().add(gap);
        line.getChildren().addAll(right);
        line.getStyleClass().add("buttons");
        return line;
    }

    /** A line with its sign. @param style the severity's */
    protected static Label remark(Icons icon, String style, String text) {
        var sign = icon.icon();
        sign.getStyleClass().add(style);
        var label = new Label(text, sign);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
