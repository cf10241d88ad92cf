package shelfwise.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.ListService.PastEvent;
import shelfwise.app.ListService.Row;
import shelfwise.app.ListService.SimilarItem;
import shelfwise.app.SmallShop;
import shelfwise.app.Workspace;
import shelfwise.ui.Choosers;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.ValueBars;

class ListsPlaceTest extends WindowTest {
    @TempDir static Path folder;
    private static Workspace shop;
    private Looks.Window window;

    @BeforeAll static void openShop() {
        shop = SmallShop.trained(folder.resolve("shop"));
    }

    @AfterAll static void closeShop() {
        shop.close();
    }

    private void open(Workspace workspace, Target target) {
        open(workspace, target, new NoChoosers());
    }

    private void open(Workspace workspace, Target target, Choosers choosers) {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), choosers));
        onUi(() -> window.shell().open("Shop", List.of(new ListsPlace(workspace))));
        show(window.shell().scene(), 1280, 800);
        onUi(() -> window.model().go("lists", target));
    }

    @SuppressWarnings("unchecked") private <T> List<T> rows(String id) {
        return robot.lookup("#" + id).tryQueryAs(TableView.class).map(t -> List.copyOf((List<T>) t.getItems())).orElse(List.of());
    }

    private List<Row> list() {
        return rows("lists-list");
    }

    @Test void aCustomersListStandsBesideTheHistoryAndTellsWhy() {
        open(shop, Target.of("model", "item-knn", "user", "c00"));
        waitFor("a list", () -> !list().isEmpty());
        List<PastEvent> history = rows("lists-history");
        assertTrue(history.stream().allMatch(e -> e.item().id().startsWith("k")), history.toString());
        assertTrue(list().getFirst().item().id().startsWith("k"), list().toString());
        assertTrue(list().stream().noneMatch(r -> history.stream().anyMatch(e -> e.item().id().equals(r.item().id()))));
        waitFor("the reasons", () -> robot.lookup("#lists-reasons").tryQuery().isPresent());
    }

    @Test void choosingAReasonPointsAtItInTheHistory() {
        open(shop, Target.of("model", "item-knn", "user", "c00"));
        waitFor("the reasons", () -> robot.lookup("#lists-reasons").tryQuery().isPresent());
        onUi(() -> find("lists-reasons", ValueBars.class).requestFocus());
        robot.push(KeyCode.DOWN);
        waitFor("a row pointed at", () -> robot.lookup(n -> n instanceof TableRow<?> && n.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed"))).tryQuery().isPresent());
    }

    @Test void aSecondModelsListStandsBesideTheFirst() {
        open(shop, Target.of("model", "item-knn", "user", "c00"));
        waitFor("a list", () -> !list().isEmpty());
        ComboBox<?> box = find("lists-second", ComboBox.class);
        onUi(() -> box.getSelectionModel().selectLast());
        waitFor("two lists", () -> !rows("lists-list-second").isEmpty());
        assertTrue(box.getValue() != null, "the model stays chosen");
    }

    /** @param chosen the folder that the person chooses each time */
    private record OneFolder(Path chosen) implements Choosers {
        @Override public List<Path> open(String title, Kind... kinds) {
            return List.of();
        }

        @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
            return Optional.empty();
        }

        @Override public Optional<Path> folder(String title) {
            return Optional.of(chosen);
        }
    }

    @Test void aModelIsWrittenAsAFolderAndNeverOverAnother() {
        open(shop, Target.of("model", "item-knn", "user", "c00"), new OneFolder(folder));
        waitFor("a list", () -> !list().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        waitFor("the card", () -> Files.exists(folder.resolve("item-knn").resolve("model.json")));
        waitFor("an end of work", window.jobs()::idle);
        robot.clickOn("#export");
        waitFor("the refusal", () -> sees("There is something at this place already."));
    }

    @Test void theLanguageChangesAndTheCustomerStays() {
        open(shop, Target.of("model", "item-knn", "user", "c05"));
        waitFor("a list", () -> sees("History of c05"));
        robot.clickOn("#chinese");
        waitFor("Chinese", () -> sees("用户 c05 的历史"));
    }

    @Test void anUnknownCustomerGetsALabelledListOfWhatSellsBest() {
        open(shop, Target.of("model", "item-knn", "user", "nobody"));
        waitFor("a list", () -> !list().isEmpty());
        assertTrue(sees("The model does not know this customer, so the list shows what sells best."));
    }

    @Test void typingFindsCustomersAndEnterTakesOne() {
        open(shop, Target.of("model", "item-knn", "user", "c00"));
        waitFor("a list", () -> !list().isEmpty());
        robot.clickOn("#lists-search").write("c1");
        waitFor("suggestions", () -> robot.lookup(".search-hits").tryQuery().isPresent());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        waitFor("c11", () -> sees("History of c11"));
        assertEquals("c11", find("lists-search", TextField.class).getText());
    }

    @Test void keysGoFromCustomerToCustomer() {
        open(shop, Target.of("model", "item-knn", "user", "c00"));
        waitFor("a list", () -> sees("History of c00"));
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        waitFor("the next", () -> sees("History of c01"));
        robot.push(KeyCode.ALT, KeyCode.UP);
        waitFor("the one before", () -> sees("History of c00"));
    }

    @Test void aProductShowsWhatIsLikeItAndWhoBoughtBoth() {
        open(shop, Target.of("model", "item-knn", "item", "g1"));
        waitFor("similar products", () -> !rows("lists-similar").isEmpty());
        List<SimilarItem> similar = rows("lists-similar");
        assertTrue(similar.getFirst().item().id().startsWith("g"), similar.toString());
        waitFor("customers of both", () -> sees("Customers who bought both"));
    }

    @Test void aProjectWithoutModelsLeadsToPipelines() {
        try (var empty = Workspace.create(folder.resolve("empty"))) {
            open(empty, Target.NONE);
            waitFor("the empty state", () -> sees("No model yet"));
        }
    }
}
