package shelfwise.ui.lists;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.MixedShop;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** What the place shows besides what is seen first: reasons of each kind of model, two lists, a product, an unknown customer. */
class ListsScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void states() {
        try (var shop = SmallShop.withInterests(folder.resolve("shop"))) {
            Looks.each(look -> pictures(look, shop));
        }
    }

    @Test void reasonsOfModelsRulesAndProperties() {
        try (var shop = MixedShop.trained(folder.resolve("mixed"))) {
            Looks.each(look -> {
                Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
                onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
                var stage = show(window.shell().scene(), 1280, 800);
                for (String model : List.of("mix", "ruled", "by-kind")) picture(window, Target.of("model", model, "user", "c04"), "lists-" + model, look, Looks.SIZES.getFirst());
                onUi((Runnable) stage::hide);
            });
        }
    }

    @Test void whereANetworkLooked() {
        try (Workspace shop = SmallShop.withSequences(folder.resolve("sequences"))) {
            Looks.each(look -> {
                Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
                onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
                var stage = show(window.shell().scene(), Looks.SIZES.getFirst().width(), Looks.SIZES.getFirst().height());
                picture(window, Target.of("model", "order", "user", "c04"), "lists-order", look, Looks.SIZES.getFirst());
                onUi((Runnable) stage::hide);
            });
        }
    }

    private void pictures(Looks.Look look, Workspace shop) {
        for (Looks.Size size : Looks.SIZES) {
            Looks.Window window = onUi(() -> Looks.window(look, new NoChoosers()));
            onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(shop))));
            var stage = show(window.shell().scene(), size.width(), size.height());
            for (String model : List.of("item-knn", "user-knn", "als", "popular", "interests")) picture(window, Target.of("model", model, "user", "c04"), "lists-" + model, look, size);
            picture(window, Target.of("model", "item-knn", "user", "nobody"), "lists-unknown", look, size);
            picture(window, Target.of("model", "item-knn", "item", "k1"), "lists-product", look, size);
            onUi((Runnable) stage::hide);
        }
    }

    private void picture(Looks.Window window, Target target, String name, Looks.Look look, Looks.Size size) {
        onUi(() -> window.model().go("lists", target));
        waitFor("the reasons", window.jobs()::idle);
        snapshot(window.shell().scene(), name + "-" + size.width() + "-" + look.name());
    }
}
