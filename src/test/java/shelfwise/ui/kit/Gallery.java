package shelfwise.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import shelfwise.ui.Place;
import shelfwise.ui.UiContext;

/** The kit's controls on one page, to be looked at. */
public final class Gallery implements Place {
    @Override public String id() {
        return "home";
    }

    @Override public Icons icon() {
        return Icons.HOME;
    }

    @Override public Node view(UiContext ui) {
        var page = new FlowPane(16, 16);
        page.getStyleClass().add("page");
        page.getChildren().add(new Button(ui.text("ui.copy"), Icons.COPY.icon()));
        return page;
    }
}
