package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import shelfwise.data.LearningCurve;

/** Which other trainings are laid over the one looked at. Each keeps its colour and dashes as long as it is chosen. */
final class OverlayViewModel {
    /** As many as colours and dashes tell apart, the one looked at among them. */
    static final int MOST = 8;

    /** Another training that can be laid over this one. */
    record Choice(String name, LearningCurve curve, BooleanProperty chosen) {
        Choice(String name, LearningCurve curve) {
            this(name, curve, new SimpleBooleanProperty());
        }
    }

    private final Overlay.Training own;
    private final @Nullable Choice[] slots = new @Nullable Choice[MOST];
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Overlay>> overlays = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper();

    OverlayViewModel(String name, LearningCurve curve) {
        own = new Overlay.Training(name, 0, curve);
    }

    /** Offers these; those that measured nothing of what the own training did are left out. */
    void offer(List<Choice> others) {
        choices.set(others.stream().filter(c -> own.curve().mainMetrics().stream().anyMatch(c.curve().mainMetrics()::contains)).toList());
        for (Choice c : choices.get()) c.chosen().subscribe(on -> turn(c, on));
    }

    private void turn(Choice choice, boolean on) {
        int now = slot(choice), free = slot(null);
        if (on && now == 0 && free == 0) choice.chosen().set(false);
        if (on && now == 0) slots[free] = choice;
        if (!on && now > 0) slots[now] = null;
        full.set(slot(null) == 0);
        var trainings = new ArrayList<>(List.of(own));
        for (Choice c : choices.get()) if (slot(c) > 0) trainings.add(new Overlay.Training(c.name(), slot(c), c.curve()));
        overlays.set(trainings.size() == 1 ? List.of() : Overlay.of(trainings));
    }

    /** Where it stands, or the first free place for null; 0 if nowhere. */
    private int slot(@Nullable Choice choice) {
        return IntStream.range(1, MOST).filter(k -> slots[k] == choice).findFirst().orElse(0);
    }

    ReadOnlyObjectProperty<List<Choice>> choices() {
        return choices.getReadOnlyProperty();
    }

    /** One for each measure; empty while nothing is laid over. */
    ReadOnlyObjectProperty<List<Overlay>> overlays() {
        return overlays.getReadOnlyProperty();
    }

    /** Whether no more can be chosen. */
    ReadOnlyBooleanProperty full() {
        return full.getReadOnlyProperty();
    }
}
