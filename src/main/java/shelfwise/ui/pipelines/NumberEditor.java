package shelfwise.ui.pipelines;

import java.math.BigDecimal;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import shelfwise.pipeline.SettingKind;
import shelfwise.pipeline.SettingSpec;
import shelfwise.ui.UiContext;

/** A number: typed, or stepped by its buttons and the arrow keys, ten times as far with Shift, never out of its range. */
final class NumberEditor implements Editor {
    private final TextField field = new TextField();
    private final Button less = new Button("−"), more = new Button("+");
    private final HBox box = new HBox(field, less, more);
    private final SettingSpec spec;
    private final Function<Object, String> write;
    private final Taker taker;
    private boolean showing;

    NumberEditor(SettingSpec spec, Function<Object, String> write, String name, UiContext ui, Taker taker) {
        this.spec = spec;
        this.write = write;
        this.taker = taker;
        box.getStyleClass().add("number-editor");
        field.getStyleClass().add("setting-number");
        field.setAccessibleText(name);
        field.textProperty().addListener((_, _, text) -> {
            if (!showing) taker.typed(text);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        step(less, -1, ui.text("pipelines.setting.less", name));
        step(more, 1, ui.text("pipelines.setting.greater", name));
    }

    private void step(Button button, int direction, String told) {
        button.getStyleClass().addAll("flat", "small", "step");
        button.setFocusTraversable(false); // the arrow keys do the same
        button.setAccessibleText(told);
        button.setTooltip(new Tooltip(told));
        button.setOnAction(_ -> step(direction));
    }

    private void key(KeyEvent e) {
        if (e.getCode() != KeyCode.UP && e.getCode() != KeyCode.DOWN || e.isAltDown() || e.isShortcutDown()) return;
        step((e.getCode() == KeyCode.UP ? 1 : -1) * (e.isShiftDown() ? 10 : 1));
        e.consume();
    }

    private void step(int steps) {
        try {
            BigDecimal now = new BigDecimal(field.getText().strip());
            field.setText(stepped(now, steps, spec));
            field.end();
        } catch (NumberFormatException _) { // what is typed is no number yet: told below the field
            field.requestFocus();
        }
    }

    /** Whole numbers by 1; others by 1 in their last but one leading place, so that 0.05 becomes 0.06 and 250.0 becomes 260. */
    static String stepped(BigDecimal now, int steps, SettingSpec spec) {
        BigDecimal one = BigDecimal.ONE;
        if (spec.kind() == SettingKind.DECIMAL) {
            boolean unit = spec.min() == 0 && spec.max() == 1;
            int leading = now.signum() == 0 ? unit ? -1 : 0 : now.precision() - now.scale() - 1;
            one = BigDecimal.ONE.scaleByPowerOfTen(unit ? Math.min(-1, leading) : leading >= 1 ? leading - 1 : leading);
        }
        BigDecimal then = now.add(one.multiply(BigDecimal.valueOf(steps)));
        if (spec.min() > -Double.MAX_VALUE) then = then.max(BigDecimal.valueOf(spec.min()));
        if (spec.max() < Double.MAX_VALUE) then = then.min(BigDecimal.valueOf(spec.max()));
        String text = then.stripTrailingZeros().toPlainString();
        return spec.kind() == SettingKind.DECIMAL && !text.contains(".") ? text + ".0" : text;
    }

    @Override public Node control() {
        return box;
    }

    @Override public void show(Object value) {
        String text = write.apply(value);
        if (!same(text, field.getText())) showText(text);
    }

    /** "0.50" that is typed stays while the value is 0.5. */
    private static boolean same(String a, String b) {
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b.strip())) == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    @Override public void showText(String text) {
        showing = true;
        field.setText(text);
        showing = false;
    }

    @Override public void focus() {
        field.requestFocus();
    }
}
