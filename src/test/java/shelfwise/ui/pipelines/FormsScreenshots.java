package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Link;
import shelfwise.pipeline.Node;
import shelfwise.pipeline.Parameters;
import shelfwise.pipeline.Pipeline;
import shelfwise.prepare.Compute;
import shelfwise.prepare.Select;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.WindowTest;

/** The form in every look: expressions right and wrong, completion, JSON, parameters. */
class FormsScreenshots extends WindowTest {
    @TempDir Path folder;

    static Pipeline withExpression(Workspace workspace, String expression) {
        Pipeline p = ShopProject.pipeline(workspace, "orders").add(Node.of("net", workspace.operators().operator("prepare.compute"))
                .withSettings(new Compute.Setup("net", expression, Select.Meaning.KEEP)).at(40, 400)).link(new Link("orders", "table", "net", "table"));
        return Parameters.add(p, workspace.operators(), "k", "How many neighbours", "item-knn", "neighbours");
    }

    @Test void forms() {
        Looks.each(look -> Looks.SIZES.forEach(size -> {
            try (Workspace workspace = ShopProject.make(folder.resolve(look.name() + size.width()))) { // edits of one look would come back in the next
                workspace.pipelines().write(withExpression(workspace, "quantity * 2 + length(customr)"));
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), size.width(), size.height());
                String name = look.name() + "-" + size.width();
                waitFor("the graph", () -> robot.lookup("#node-net").tryQuery().isPresent());
                waitFor("idle", window.jobs()::idle);
                snapshot(window.shell().scene(), "forms-parameters-" + name);
                robot.clickOn("#node-net");
                waitFor("what is offered", window.jobs()::idle);
                snapshot(window.shell().scene(), "forms-wrong-" + name);
                robot.clickOn("#setting-expression .text-area").push(KeyCode.CONTROL, KeyCode.A).write("quantity * 2");
                waitFor("checked", window.jobs()::idle);
                onUi(() -> {
                    find("node-json", TitledPane.class).setExpanded(true);
                    return true;
                });
                snapshot(window.shell().scene(), "forms-right-" + name);
                robot.clickOn("#node-item-knn");
                waitFor("offers", window.jobs()::idle);
                snapshot(window.shell().scene(), "forms-knn-" + name);
                onUi((Runnable) stage::hide);
            }
        }));
    }

    /** Every setting of each network and encoder, as wide as in a small window. */
    @Test void networks() {
        List<String> kinds = List.of("model.transformer", "model.two-tower", "model.gru4rec", "model.bert4rec", "model.lightgcn", "model.neumf", "model.vae", "model.attention-pooling", "vectors.encoder", "vectors.images");
        Looks.each(look -> {
            try (Workspace workspace = ShopProject.make(folder.resolve("networks" + look.name()))) {
                Pipeline p = ShopProject.pipeline(workspace, "orders");
                for (String kind : kinds) p = p.add(Node.of(id(kind), workspace.operators().operator(kind)).at(40 + 230 * kinds.indexOf(kind), 460));
                p = p.link(new Link("orders", "table", "two-tower-1", "users")).link(new Link("split", "split", "two-tower-1", "split"));
                workspace.pipelines().write(p);
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), 1024, 3200);
                waitFor("the graph", () -> robot.lookup("#node-transformer-1").tryQuery().isPresent());
                for (String kind : kinds) {
                    onUi(() -> window.model().go("pipelines", Target.of("node", id(kind))));
                    waitFor("offers", window.jobs()::idle);
                    onUi(() -> robot.lookup("#seldom-settings").<TitledPane>tryQuery().ifPresent(t -> t.setExpanded(true)));
                    snapshot(window.shell().scene(), "network-" + id(kind) + "-" + look.name());
                }
                onUi((Runnable) stage::hide);
            }
        });
    }

    private static String id(String kind) {
        return kind.substring(kind.indexOf('.') + 1) + "-1";
    }

    /** Networks have the longest forms, mixtures and evaluation the widest choices. */
    @Test void longForms() {
        List<String> kinds = List.of("model.transformer", "model.two-tower", "model.neumf", "vectors.images", "prepare.add-users", "hybrid.weighted", "hybrid.rank-fusion", "hybrid.blend", "rerank.rules", "evaluate.ranking", "evaluate.sweep");
        Looks.each(look -> {
            try (Workspace workspace = ShopProject.make(folder.resolve("long" + look.name()))) {
                Pipeline p = ShopProject.pipeline(workspace, "orders");
                for (String kind : kinds) p = p.add(Node.of(id(kind), workspace.operators().operator(kind)).at(40 + 230 * kinds.indexOf(kind), 460));
                workspace.pipelines().write(p);
                Looks.Window window = onUi(() -> Looks.open(look, workspace.name(), List.of(new PipelinesPlace(workspace))));
                Stage stage = show(window.shell().scene(), 1280, 1000);
                waitFor("the graph", () -> robot.lookup("#node-transformer-1").tryQuery().isPresent());
                for (String kind : kinds) {
                    String id = id(kind);
                    onUi(() -> window.model().go("pipelines", Target.of("node", id)));
                    waitFor("offers", window.jobs()::idle);
                    snapshot(window.shell().scene(), "forms-" + id + "-" + look.name());
                }
                onUi(() -> window.model().go("pipelines", Target.of("node", "two-tower-1")));
                waitFor("offers", window.jobs()::idle);
                for (boolean open : new boolean[] {false, true}) {
                    onUi(() -> find("seldom-settings", TitledPane.class).setExpanded(open));
                    onUi(() -> robot.lookup(".node-pane").queryAs(ScrollPane.class).setVvalue(1));
                    snapshot(window.shell().scene(), "forms-seldom-" + open + "-" + look.name());
                }
                robot.push(KeyCode.CONTROL, KeyCode.F5);
                waitFor("what would be run", () -> robot.lookup("#check-steps").tryQuery().isPresent() && window.jobs().idle());
                snapshot(window.shell().scene(), "forms-check-" + look.name());
                onUi((Runnable) stage::hide);
            }
        });
    }
}
