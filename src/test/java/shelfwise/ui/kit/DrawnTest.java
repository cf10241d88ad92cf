package shelfwise.ui.kit;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import org.junit.jupiter.api.Test;
import shelfwise.ui.WindowTest;

class DrawnTest extends WindowTest {
    private static final int COLLECTIONS = 50;

    @Test void thePaletteHoldsNoPictureThatIsNotShownAnyMore() {
        var palette = onUi(() -> new SimpleObjectProperty<>(Palette.read(java.util.List.of(Fxml.STYLES))));
        for (Function<ObservableObjectValue<Palette>, Drawn> picture : List.<Function<ObservableObjectValue<Palette>, Drawn>>of(ValueBars::new, Sparkline::new)) {
            WeakReference<Drawn> made = onUi(() -> new WeakReference<>(picture.apply(palette)));
            for (int i = 0; i < COLLECTIONS && made.get() != null; i++) System.gc();
            assertNull(made.get());
        }
    }
}
