package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.app.template.TemplateShop;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;
import shelfwise.ui.assets.AssetsPlace;
import shelfwise.ui.home.HomePlace;
import shelfwise.ui.home.NoProjects;

/** The ways to a pipeline made of a template, and the wizard, in every look. */
class TemplateScreenshots extends WindowTest {
    @TempDir Path folder;

    @Test void waysIn() {
        try (Workspace shop = TemplateShop.create(folder.resolve("shop"), false)) {
            Looks.each(look -> Looks.SIZES.forEach(size -> picture(shop, look, size)));
        }
    }

    private void picture(Workspace shop, Looks.Look look, Looks.Size size) {
        Looks.Window window = onUi(() -> Looks.open(look, shop.name(), List.of(new HomePlace(Optional.of(shop), new NoProjects()), new AssetsPlace(shop), new PipelinesPlace(shop))));
        Stage stage = show(window.shell().scene(), size.width(), size.height());
        String name = look.name() + "-" + size.width();
        waitFor("the templates", () -> robot.lookup("#all-templates").tryQuery().isPresent() && window.jobs().idle());
        snapshot(window.shell().scene(), "templates-home-" + name);
        onUi(() -> window.model().go("assets", Target.of("asset", "orders")));
        waitFor("the table", () -> robot.lookup("#pipeline").tryQuery().isPresent() && window.jobs().idle());
        snapshot(window.shell().scene(), "templates-assets-" + name);
        onUi(() -> window.model().go("pipelines", Target.of("template", "orders", "made-of", "personalised-hybrid")));
        waitFor("the wizard", () -> robot.lookup("#template-events-item").tryQuery().isPresent() && window.jobs().idle());
        snapshot(window.shell().scene(), "templates-wizard-" + name);
        onUi((Runnable) stage::hide);
    }
}
