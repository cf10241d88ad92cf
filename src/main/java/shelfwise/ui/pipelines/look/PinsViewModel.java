package shelfwise.ui.pipelines.look;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.store.ProjectSettings;
import shelfwise.ui.JobBoard;

/** The pinned previews of the pipeline shown, kept in the project: which, in what order, how high their dock is and whether it is folded. */
public final class PinsViewModel {
    private static final String SETTING = "pipelines.pins.", FOLDED = "folded", SHARE = "share";
    private static final double SHARE_FIRST = 0.62;

    /** What stands in the settings of a pipeline. */
    private record Kept(List<PortRef> pins, boolean folded, double share) {
        static Kept read(String text) {
            var pins = new ArrayList<PortRef>();
            boolean folded = false;
            double share = SHARE_FIRST;
            for (String line : text.lines().toList()) {
                String[] parts = line.split("\t", -1);
                if (line.equals(FOLDED)) folded = true;
                else if (parts.length == 2 && parts[0].equals(SHARE)) share = share(parts[1]);
                else if (parts.length == 2) pins.add(new PortRef(parts[0], parts[1]));
            }
            return new Kept(pins, folded, share);
        }

        private static double share(String text) {
            try {
                return Math.clamp(Double.parseDouble(text), 0.1, 0.9);
            } catch (NumberFormatException e) {
                return SHARE_FIRST; // another program's
            }
        }

        String text() {
            var lines = new ArrayList<String>();
            if (folded) lines.add(FOLDED);
            lines.add(SHARE + "\t" + share);
            for (PortRef p : pins) lines.add(p.node() + "\t" + p.port());
            return String.join("\n", lines);
        }
    }

    private final ProjectSettings settings;
    private final JobBoard jobs;
    private final ObservableList<PortRef> pins = FXCollections.observableArrayList(), shownPins = FXCollections.unmodifiableObservableList(pins);
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final DoubleProperty share = new SimpleDoubleProperty(SHARE_FIRST);
    private String pipeline = "";
    private boolean filling;
    private int asked;
    private long saves, written;

    public PinsViewModel(Shown shown, ProjectSettings settings, JobBoard jobs) {
        this.settings = settings;
        this.jobs = jobs;
        shown.pipeline().subscribe(this::show);
        folded.subscribe(_ -> save());
        share.subscribe(_ -> save());
    }

    private void show(@Nullable Pipeline now) {
        String name = now == null ? "" : now.name();
        if (name.equals(pipeline)) return;
        pipeline = name;
        fill(new Kept(List.of(), false, SHARE_FIRST));
        int mine = ++asked;
        if (name.isEmpty()) return;
        jobs.<Kept>quietly(_ -> Kept.read(settings.get(SETTING + name).orElse("")), event -> {
            if (event instanceof JobEvent.Done<Kept> done && mine == asked) fill(done.result());
        });
    }

    private void fill(Kept kept) {
        filling = true;
        folded.set(kept.folded());
        share.set(kept.share());
        if (!pins.equals(kept.pins())) pins.setAll(kept.pins());
        filling = false;
    }

    private void save() {
        if (filling || pipeline.isEmpty()) return;
        asked++; // what is still being read is older than this
        String name = SETTING + pipeline, text = new Kept(List.copyOf(pins), folded.get(), share.get()).text();
        long mine = ++saves;
        jobs.<Long>quietly(_ -> write(name, text, mine), _ -> { });
    }

    /** Of several that are written at once the last one stays. On any thread. */
    private synchronized long write(String name, String text, long save) {
        if (save > written) {
            settings.put(name, text);
            written = save;
        }
        return written;
    }

    /** In the order they stand in the dock. */
    ObservableList<PortRef> pins() {
        return shownPins;
    }

    boolean pinned(PortRef ref) {
        return pins.contains(ref);
    }

    /** Pins a preview, the newest last, and opens the dock; unpins one that is pinned. */
    void toggle(PortRef ref) {
        if (!pins.remove(ref)) {
            pins.add(ref);
            folded.set(false);
        }
        save();
    }

    /** Moves a pinned preview {@code steps} places to the right; as far as it goes. */
    void move(PortRef ref, int steps) {
        int from = pins.indexOf(ref), to = Math.clamp(from + steps, 0, pins.size() - 1);
        if (from < 0 || from == to) return;
        pins.remove(from);
        pins.add(to, ref);
        save();
    }

    BooleanProperty folded() {
        return folded;
    }

    /** The canvas's share of the height, 0 to 1; the rest is the dock's. */
    DoubleProperty share() {
        return share;
    }
}
