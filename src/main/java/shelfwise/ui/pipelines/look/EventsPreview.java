package shelfwise.ui.pipelines.look;

import java.util.List;
import javafx.scene.layout.Region;
import shelfwise.app.look.PortContent;
import shelfwise.profile.Activity;
import shelfwise.profile.InteractionProfile;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.ValueBars;
import shelfwise.ui.profile.ColumnDetail;
import shelfwise.ui.profile.EventsPane;

/** Events: how many, when, how they are spread over customers and products. */
final class EventsPreview {
    private static final int DAYS = 120, MOST = 15;

    private EventsPreview() { }

    static Region of(PortContent.Events events, UiContext ui) {
        var tiles = new Tiles(ui);
        figures(events.profile(), tiles, ui);
        times(events.profile(), tiles, ui);
        tiles.tail(events.tail());
        activity("look.per-user", events.profile().perUser(), tiles, ui);
        activity("look.per-item", events.profile().perItem(), tiles, ui);
        return tiles.picture("look.popular", bars(events.popular(), ui));
    }

    static void figures(InteractionProfile p, Tiles tiles, UiContext ui) {
        tiles.figure("look.events", ui.numbers().count(p.events())).figure("look.users", ui.numbers().count(p.users()))
                .figure("look.items", ui.numbers().count(p.items())).figure("look.pairs", ui.numbers().count(p.pairs()))
                .figure("look.density", ui.numbers().number(p.density() * 100) + "%")
                .figure("look.per-user.median", ui.numbers().number(p.perUser().quantiles().p50()));
        p.times().ifPresent(t -> tiles.figure("look.range", ui.text("look.range.of", ui.numbers().day(t.first()), ui.numbers().day(t.last()))));
    }

    static void times(InteractionProfile p, Tiles tiles, UiContext ui) {
        p.times().ifPresent(t -> {
            boolean days = !t.perDay().counts().isEmpty() && t.perDay().counts().size() <= DAYS;
            tiles.histogram(days ? "look.per-day" : "look.per-month", days ? t.perDay() : t.perMonth(), v -> ui.numbers().day((long) v));
        });
    }

    static void activity(String key, Activity a, Tiles tiles, UiContext ui) {
        if (a.histogram().counts().isEmpty()) return;
        tiles.picture(key, ColumnDetail.bars(EventsPane.bins(a.histogram(), ui.numbers()), a.members(), ui, "quality.members"));
    }

    static Region bars(List<PortContent.Popular> popular, UiContext ui) {
        var bars = new ValueBars(ui.palette());
        bars.show(popular.stream().limit(MOST).map(p -> new ValueBars.Bar(p.item().title(), p.users(), ui.numbers().count(p.users()), 0)).toList());
        return bars;
    }
}
