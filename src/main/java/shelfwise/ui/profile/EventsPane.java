package shelfwise.ui.profile;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import shelfwise.profile.Activity;
import shelfwise.profile.Histogram;
import shelfwise.profile.InteractionProfile;
import shelfwise.profile.ValueCount;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Numbers;

/** How the events are spread over time, users and items. */
public final class EventsPane extends ScrollPane {
    private static final int DAYS = 400;
    private final UiContext ui;
    private final VBox body = new VBox();

    public EventsPane(InteractionProfile p, UiContext ui) {
        super();
        this.ui = ui;
        getStyleClass().addAll("plain-scroll");
        setFitToWidth(true);
        setContent(body);
        body.getStyleClass().add("quality-detail");
        p.times().ifPresent(t -> {
            boolean days = !t.perDay().counts().isEmpty() && t.perDay().counts().size() <= DAYS;
            section(ui.text(days ? "quality.per-day" : "quality.per-month"));
            body.getChildren().add(ColumnDetail.histogram(days ? t.perDay() : t.perMonth(), v -> ui.numbers().day((long) v), ui));
        });
        activity("quality.users.by", p.perUser());
        activity("quality.items.by", p.perItem());
        p.catalogue().ifPresent(c -> note(ui.text("quality.catalogue", ui.numbers().count(c.listed()), ui.numbers().count(c.unused()), ui.numbers().count(c.orphans()))));
        p.customers().ifPresent(c -> note(ui.text("quality.customers", ui.numbers().count(c.listed()), ui.numbers().count(c.unused()), ui.numbers().count(c.orphans()))));
    }

    private void activity(String key, Activity a) {
        section(ui.text(key));
        note(ui.text("quality.activity.all", ui.numbers().number(a.mean()), ui.numbers().number(a.quantiles().p50()), ui.numbers().count(a.max()),
                ui.numbers().percent(a.top10Share()), ui.numbers().fixed(a.gini(), 2)));
        body.getChildren().add(ColumnDetail.bars(bins(a.histogram(), ui.numbers()), a.members(), ui, "quality.members"));
    }

    /** The bins by name: they are not equally wide, so that an axis would mislead. */
    public static List<ValueCount> bins(Histogram h, Numbers numbers) {
        var all = new ArrayList<ValueCount>();
        for (int i = 0; i < h.counts().size(); i++) {
            long from = Math.round(h.edges().get(i)), to = Math.round(h.edges().get(i + 1)) - 1;
            all.add(new ValueCount(to <= from ? numbers.count(from) : numbers.count(from) + "–" + numbers.count(to), h.counts().get(i)));
        }
        return all;
    }

    private void section(String text) {
        var label = new Label(text);
        label.getStyleClass().add("asset-name");
        body.getChildren().add(label);
    }

    private void note(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        body.getChildren().add(label);
    }
}
