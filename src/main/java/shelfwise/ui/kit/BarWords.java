package shelfwise.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Buttons of a bar that show their icon alone where there is no room for their words, the first of the list before the next. Their tooltips say it then. */
public final class BarWords {
    private final HBox bar;
    private final List<Labeled> shrinking;

    private BarWords(HBox bar, List<Labeled> shrinking) {
        this.bar = bar;
        this.shrinking = List.copyOf(shrinking);
    }

    /** @param shrinking buttons with an icon and a tooltip, the least needed words first */
    public static void shrink(HBox bar, List<? extends Labeled> shrinking) {
        var words = new BarWords(bar, List.copyOf(shrinking));
        bar.setMinWidth(0); // else it would push the window wider than it is, and find room there
        bar.getChildren().stream().filter(Labeled.class::isInstance).forEach(l -> ((Labeled) l).setMinWidth(Region.USE_PREF_SIZE)); // a box gives way first
        bar.widthProperty().subscribe(_ -> words.fit());
        bar.getChildren().forEach(c -> c.managedProperty().subscribe(_ -> words.fit()));
        for (Labeled l : shrinking) l.fontProperty().subscribe(_ -> words.fit());
    }

    private void fit() {
        if (bar.getWidth() <= 0) return;
        double needed = whole() + shrinking.stream().filter(l -> l.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY).mapToDouble(BarWords::words).sum();
        for (Labeled l : shrinking) {
            boolean leave = needed > bar.getWidth();
            l.setContentDisplay(leave ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            if (leave) needed -= words(l);
        }
    }

    /** What the bar needs for all words that it shows now; a box to choose in may be as small as it can. */
    private double whole() {
        List<Node> there = bar.getChildren().stream().filter(Node::isManaged).toList();
        return bar.snappedLeftInset() + bar.snappedRightInset() + bar.getSpacing() * (there.size() - 1)
                + there.stream().mapToDouble(c -> c instanceof Labeled ? c.prefWidth(-1) : c.minWidth(-1)).sum();
    }

    /** How much wider it is with its words. */
    private static double words(Labeled l) {
        var text = new Text(l.getText());
        text.setFont(l.getFont());
        return l.getGraphicTextGap() + text.getLayoutBounds().getWidth();
    }
}
