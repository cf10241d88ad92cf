package shelfwise.ui.home;

import java.util.stream.Stream;
import shelfwise.app.CacheService;
import shelfwise.app.CacheService.Extent;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** What a person can do about what is kept of the steps that ran. */
record CacheActs(HomeViewModel model, UiContext ui) {
    private static final int MODELS_NAMED = 8;

    /** Clears after telling how much would go. */
    void clear(Extent extent) {
        model.loss(ui.jobs(), extent, loss -> {
            if (loss.entries() == 0) ui.tell(shelfwise.base.Problem.of("home.nothing-to-clear", "").asException());
            else ui.confirm(question(extent, loss), ui.text(key("home.cache.clear", extent) + ".verb"), () -> model.clear(ui.jobs(), extent));
        }, ui::tell);
    }

    private String question(Extent extent, CacheService.Loss loss) {
        String asked = ui.text(key("home.cache.clear", extent) + ".ask", ui.numbers().bytes(loss.bytes()), loss.entries());
        if (loss.models().isEmpty()) return asked;
        String names = ui.list(loss.models().stream().limit(MODELS_NAMED));
        return asked + "\n\n" + ui.text("home.cache.lost", loss.models().size(), loss.models().size() <= MODELS_NAMED ? names : names + " …");
    }

    void limit(long bytes) {
        model.limit(ui.jobs(), bytes);
    }

    Stream<Command> commands() {
        return Stream.of(Command.of(ui.text("home.cache.command"), Icons.REMOVE, "Shortcut+Shift+Delete", () -> clear(Extent.UNNEEDED)),
                Command.of(ui.text("home.cache.clear.results"), Icons.REMOVE, "Shortcut+Alt+Delete", () -> clear(Extent.RESULTS)));
    }

    private static String key(String start, Extent extent) {
        return switch (extent) {
            case UNNEEDED -> start;
            case RESULTS -> start + ".results";
        };
    }
}
