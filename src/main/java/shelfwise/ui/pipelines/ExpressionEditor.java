package shelfwise.ui.pipelines;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.expression.Completion;
import shelfwise.pipeline.expression.Mistake;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Failure;
import shelfwise.ui.kit.Icons;

/**
 * An expression over the columns that come in: completion while typing and by Ctrl+Space, a check at each key with the wrong place underlined,
 * and the first values it gives where the input's rows are there.
 */
final class ExpressionEditor implements Editor {
    private static final int AROUND = 24;
    private final TextArea area = new TextArea();
    private final TextFlow place = new TextFlow();
    private final Label wrong = new Label(), sample = new Label();
    private final VBox box = new VBox(4, area, place, wrong, sample);
    private final ExpressionPopup popup;
    private final Picks picks;
    private final Offers offers;
    private final UiContext ui;
    private final Taker taker;
    private @Nullable Mistake mistake;
    private boolean showing, completing;
    private int turn;

    ExpressionEditor(Picks picks, Offers offers, UiContext ui, Taker taker) {
        this.picks = picks;
        this.offers = offers;
        this.ui = ui;
        this.taker = taker;
        popup = new ExpressionPopup(ui, this::take);
        box.getStyleClass().add("expression");
        area.getStyleClass().add("expression-text");
        area.setPrefRowCount(3);
        area.setWrapText(true);
        area.setPromptText(ui.text(picks.value() == Picks.What.CONDITION ? "pipelines.expression.prompt-condition" : "pipelines.expression.prompt"));
        place.getStyleClass().add("expression-place");
        place.setOnMouseClicked(_ -> goToMistake());
        wrong.getStyleClass().add("setting-problem");
        wrong.setGraphic(severe());
        wrong.setWrapText(true);
        sample.getStyleClass().add("caption");
        sample.setWrapText(true);
        area.textProperty().addListener((_, before, text) -> typed(text, text.length() > before.length()));
        area.caretPositionProperty().addListener((_, _, _) -> {
            if (!completing) return;
            completing = false;
            complete(false);
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) popup.hide();
        });
        offers.changed(this::check);
        tell(new ExpressionLook(null, null, java.util.List.of()));
    }

    private static Node severe() {
        var icon = Icons.ERROR.icon();
        icon.getStyleClass().add("severity-error");
        return icon;
    }

    private void typed(String text, boolean longer) {
        check();
        if (showing) return;
        taker.typed(text);
        completing = longer; // once the caret has followed
        if (!longer) popup.hide();
    }

    private void key(KeyEvent e) {
        if (popup.isShowing() && popup.key(e.getCode())) e.consume();
        else if (e.getCode() == KeyCode.SPACE && e.isShortcutDown()) {
            complete(true);
            e.consume();
        } else if (e.getCode() == KeyCode.F8) {
            goToMistake();
            e.consume();
        } else if (e.getCode() == KeyCode.TAB && !e.isControlDown()) { // as in every other field
            area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            e.consume();
        }
    }

    private void complete(boolean asked) {
        if (!area.isFocused()) return;
        Completion completion = Completion.at(area.getText(), area.getCaretPosition(), offers.schemaOrEmpty(picks.port()));
        boolean whole = completion.offers().size() == 1 && completion.offers().getFirst().written().strip().equals(area.getText(completion.from(), completion.to()));
        if (completion.offers().isEmpty() || !asked && (completion.from() == area.getCaretPosition() || whole)) popup.hide();
        else popup.show(completion, area, below(completion.from()));
    }

    private Point2D below(int character) {
        if (area.getSkin() instanceof TextInputControlSkin<?> skin && character < area.getLength()) {
            Rectangle2D at = skin.getCharacterBounds(character);
            if (at != null) return area.localToScreen(at.getMinX(), at.getMaxY());
        }
        Bounds whole = area.localToScreen(area.getBoundsInLocal());
        return new Point2D(whole.getMinX(), whole.getMaxY());
    }

    private void take(Completion completion, Completion.Offer offer) {
        area.replaceText(completion.from(), completion.to(), offer.written());
        popup.hide();
        area.requestFocus();
    }

    /** Looks at the text beside the window; a newer look is not overwritten by an older one. */
    private void check() {
        int now = ++turn;
        String text = area.getText();
        var schema = offers.schema(picks.port());
        var rows = offers.firstRows(picks.port());
        ui.jobs().<ExpressionLook>quietly(_ -> ExpressionLook.at(text, picks.value() == Picks.What.CONDITION, schema, rows), event -> {
            if (now == turn && event instanceof JobEvent.Done<ExpressionLook> done) tell(done.result());
        });
    }

    private void tell(ExpressionLook look) {
        mistake = look.mistake();
        wrong.setText(mistake == null ? "" : told(mistake));
        shown(wrong, mistake != null);
        boolean marked = mistake != null && !area.getText().isBlank();
        if (marked && mistake != null) mark(mistake);
        shown(place, marked);
        String type = look.type() == null ? "" : ui.text("pipelines.expression.type", ui.text(look.type().nameKey()));
        String values = String.join(" · ", look.values().stream().map(v -> v.isEmpty() ? "∅" : v).toList());
        sample.setText(values.isEmpty() ? type : type + " " + ui.text("pipelines.expression.first", values));
        shown(sample, !sample.getText().isEmpty());
        area.setAccessibleHelp(mistake == null ? sample.getText() : wrong.getText());
    }

    private String told(Mistake found) {
        Failure failure = Failure.of(found.problem().asException(), ui.messages());
        return failure.what() + " " + failure.cure();
    }

    /** The text around the wrong place, that underlined. */
    private void mark(Mistake found) {
        String text = area.getText();
        int from = Math.min(found.from(), text.length()), to = Math.min(Math.max(found.to(), from), text.length());
        int first = Math.max(0, from - AROUND), last = Math.min(text.length(), to + AROUND);
        var bad = new Text(from == to ? "␣" : text.substring(from, to));
        bad.getStyleClass().add("expression-wrong");
        bad.setUnderline(true);
        place.getChildren().setAll(plain((first > 0 ? "…" : "") + text.substring(first, from)), bad, plain(text.substring(to, last) + (last < text.length() ? "…" : "")));
    }

    private static Text plain(String text) {
        var plain = new Text(text.replace('\n', ' '));
        plain.getStyleClass().add("expression-right");
        return plain;
    }

    private void goToMistake() {
        if (mistake == null) return;
        area.requestFocus();
        area.selectRange(Math.min(mistake.from(), area.getLength()), Math.min(mistake.to(), area.getLength()));
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @Override public Node control() {
        return box;
    }

    @Override public void show(Object value) {
        showText(value.toString());
    }

    @Override public void showText(String text) {
        if (area.getText().equals(text)) return;
        showing = true;
        area.setText(text);
        showing = false;
    }

    @Override public void focus() {
        area.requestFocus();
    }
}
