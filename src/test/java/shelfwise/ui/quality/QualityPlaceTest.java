package shelfwise.ui.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.ingest.ImportOptions;
import shelfwise.profile.Alert;
import shelfwise.profile.ColumnProfile;
import shelfwise.profile.Fix;
import shelfwise.ui.Looks;
import shelfwise.ui.NoChoosers;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;
import shelfwise.ui.kit.DataTable;

class QualityPlaceTest extends WindowTest {
    /** The third row is given back, the fourth has no customer, the last repeats the one before. */
    private static final String ORDERS = """
            customer_id,product_id,date,quantity
            c1,0012,2024-03-01,2
            c1,0013,2024-03-02,1
            c2,0012,2024-03-02,-4
            ,0014,2024-03-05,1
            c3,0013,2024-03-07,3
            c3,0013,2024-03-07,3
            """;
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;

    @BeforeEach void open() {
        workspace = Workspace.create(folder.resolve("shop"));
    }

    @AfterEach void close() {
        workspace.close();
    }

    private void importOrders() throws IOException {
        workspace.imports().importFile(Files.writeString(folder.resolve("orders.csv"), ORDERS), ImportOptions.DETECT, Progress.NONE);
    }

    private void show(Target target) {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new NoChoosers()));
        onUi(() -> window.shell().open("Shop", List.of(new QualityPlace(workspace))));
        show(window.shell().scene(), 1000, 800);
        onUi(() -> window.model().go("quality", target));
        waitFor("the work", window.jobs()::idle);
    }

    @SuppressWarnings("unchecked") private List<Alert> alerts() {
        return List.copyOf(((ListView<Alert>) find("alerts", ListView.class)).getItems());
    }

    @Test void anAssetIsProfiledWhenItIsFirstShownAndTheProfileIsKept() throws IOException {
        importOrders();
        show(Target.NONE);
        waitFor("the score", () -> robot.lookup("#score").tryQuery().isPresent());
        assertTrue(workspace.quality().kept("orders", 0).isPresent());
        assertEquals(workspace.quality().kept("orders", 0).get().alerts(), alerts());
    }

    @Test void aFindingLeadsToItsRows() throws IOException {
        importOrders();
        show(Target.of("asset", "orders", "alert", "negative-quantity"));
        waitFor("the rows", () -> robot.lookup("#alert-rows").tryQuery().isPresent() && rows() == 1);
        assertTrue(sees("Mend it with the step “Filter rows”"));
        assertTrue(sees("Conditions: quantity is greater than 0"));
    }

    private int rows() {
        return ((TableView<?>) find("alert-rows", DataTable.class).lookup(".table-view")).getItems().size();
    }

    @Test void aColumnAskedForIsShown() throws IOException {
        importOrders();
        show(Target.of("asset", "orders", "column", "product_id"));
        waitFor("the column", () -> sees("Most frequent values") && sees("Most frequent patterns"));
        assertEquals("product_id", ((ColumnProfile) find("columns", ListView.class).getSelectionModel().getSelectedItem()).name());
    }

    @Test void aStepIsCopiedAsItStandsInAPipeline() {
        String step = workspace.quality().step(new Fix("prepare.k-core", java.util.Map.of("userMinimum", 5L, "count", "events")));
        assertEquals("{\"operator\":\"prepare.k-core\",\"settings\":{\"count\":\"events\",\"userMinimum\":5}}", step.replaceAll("\\s", ""));
    }

    @Test void withNothingImportedTheWayThereIsShown() {
        show(Target.NONE);
        waitFor("the empty state", () -> sees("No table to look at"));
    }
}
