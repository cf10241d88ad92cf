package shelfwise.ui.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Progress;
import shelfwise.data.AssetKind;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.ingest.ImportOptions;
import shelfwise.ui.Choosers;
import shelfwise.ui.Looks;
import shelfwise.ui.Target;
import shelfwise.ui.Theme;
import shelfwise.ui.WindowTest;

class AssetsPlaceTest extends WindowTest {
    private static final String ORDERS = """
            customer;product;bought;amount
            c1;0012;2024-03-01;2
            c1;0013;2024-03-02;1
            c2;0012;2024-03-02;4
            c2;0014;2024-03-05;1;too much
            c3;0013;2024-03-07;3
            """;
    @TempDir Path folder;
    private Workspace workspace;
    private Looks.Window window;
    private Path chosen;

    @BeforeEach void open() throws IOException {
        workspace = Workspace.create(folder.resolve("shop"));
        chosen = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    }

    @AfterEach void close() {
        workspace.close();
    }

    private void show() {
        window = onUi(() -> Looks.window(new Looks.Look(Locale.ENGLISH, Theme.LIGHT), new Choosers() {
            @Override public List<Path> open(String title, Kind... kinds) {
                return List.of(chosen);
            }

            @Override public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
                return Optional.empty();
            }

            @Override public Optional<Path> folder(String title) {
                return Optional.empty();
            }
        }));
        onUi(() -> window.shell().open("Shop", List.of(new AssetsPlace(workspace))));
        show(window.shell().scene(), 1000, 800);
        waitFor("the assets", window.jobs()::idle);
    }

    private boolean there(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    private void importOrders() {
        workspace.imports().importFile(chosen, ImportOptions.DETECT, Progress.NONE);
    }

    @Test void aFileIsImportedByKeyAndShownWithItsRejectedRow() {
        show();
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview", () -> there("import-start") && !find("import-start", Button.class).isDisabled());
        assertEquals("Import 4 rows", find("import-start", Button.class).getText());
        onUi(() -> find("import-start", Button.class).fire());
        waitFor("the asset", () -> sees("Imported 4 rows as orders, version 1."));
        assertTrue(sees("Rejected rows (1)"));
        assertEquals(1, workspace.assets().find("orders").orElseThrow().latest().rejected());
    }

    @Test void whatIsSaidInTheDialogueIsHowTheFileIsRead() {
        show();
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview", () -> there("role-amount"));
        onUi(() -> typeOf("amount").setValue(Optional.of(ColumnType.TEXT)));
        waitFor("the type", window.jobs()::idle);
        onUi(() -> roleOf("amount").setValue(Role.QUANTITY));
        waitFor("the role", window.jobs()::idle);
        onUi(() -> find("import-start", Button.class).fire());
        waitFor("the asset", () -> sees("Imported 4 rows as orders, version 1."));
        var schema = workspace.assets().version("orders", 1).schema();
        assertEquals(new Field("amount", ColumnType.TEXT, Role.QUANTITY), schema.field(3));
        assertEquals(Role.USER, schema.field(0).role());
    }

    @SuppressWarnings("unchecked") private ChoiceBox<Optional<ColumnType>> typeOf(String column) {
        return find("type-" + column, ChoiceBox.class);
    }

    @SuppressWarnings("unchecked") private ChoiceBox<Role> roleOf(String column) {
        return find("role-" + column, ChoiceBox.class);
    }

    @SuppressWarnings("unchecked") @Test void aSettingThatCannotBeIsToldInTheDialogueWithItsCure() {
        show();
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview", () -> there("role-amount"));
        onUi(() -> ((ComboBox<String>) find("import-encoding", ComboBox.class)).setValue("klingon"));
        waitFor("the failure", () -> there("import-failure"));
        assertTrue(find("import-start", Button.class).isDisabled());
        assertTrue(sees("Use a name such as UTF-8, GB18030, Shift_JIS, windows-1252 or UTF-16LE."));
        onUi(() -> ((ComboBox<String>) find("import-encoding", ComboBox.class)).setValue("UTF-8"));
        waitFor("the cure", () -> !find("import-start", Button.class).isDisabled());
    }

    @Test void aDroppedFileThatIsNoTableIsToldAndNothingIsKept() throws IOException {
        chosen = Files.writeString(folder.resolve("empty.csv"), "");
        show();
        onUi(() -> window.model().go("assets", Target.of("file", chosen.toString())));
        waitFor("the failure", () -> there("import-failure"));
        assertEquals("empty.csv: There is nothing in this file.", find("import-failure", Labeled.class).getText());
        assertTrue(workspace.assets().list().isEmpty());
    }

    @Test void rolesAndKindAreChangedAndARoleGivenTwiceIsRefused() {
        importOrders();
        show();
        onUi(() -> roleOf("amount").setValue(Role.QUANTITY));
        waitFor("the role", () -> workspace.assets().version("orders", 0).schema().field(3).role() == Role.QUANTITY);
        waitFor("the answer", window.jobs()::idle);
        onUi(() -> roleOf("amount").setValue(Role.USER));
        waitFor("the refusal", () -> sees("A second column has the role \"User\"."));
        robot.push(KeyCode.ESCAPE);
        waitFor("the role as it is", () -> window.jobs().idle() && roleOf("amount").getValue() == Role.QUANTITY);
        onUi(() -> kind().setValue(AssetKind.REVIEWS));
        waitFor("the kind", () -> workspace.assets().version("orders", 0).kind() == AssetKind.REVIEWS);
    }

    @SuppressWarnings("unchecked") private ChoiceBox<AssetKind> kind() {
        return find("kind", ChoiceBox.class);
    }

    @Test void deletingSaysWhatIsLost() {
        importOrders();
        importOrders();
        show();
        robot.push(KeyCode.CONTROL, KeyCode.DELETE);
        waitFor("the question", () -> sees("Delete orders with all 2 versions: 8 rows and 2 rejected rows? This can't be undone."));
        robot.clickOn("Delete asset");
        waitFor("nothing left", () -> sees("No table yet"));
    }

    @Test void anAssetIsRenamedAndDescribed() {
        importOrders();
        show();
        robot.push(KeyCode.F2).write("sales").push(KeyCode.ENTER);
        waitFor("the name", () -> workspace.assets().find("sales").isPresent() && sees("sales"));
        robot.push(KeyCode.CONTROL, KeyCode.D).write("Till of the shop");
        onUi(() -> find("do", Button.class).fire());
        waitFor("the description", () -> sees("Till of the shop"));
    }
}
