package shelfwise.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shelfwise.app.SmallShop;
import shelfwise.data.Role;
import shelfwise.profile.Alert;

/** From a file to what is known of it. */
class ImportJourneysTest extends Journey {
    private static final String MESSY = """
            customer;product;bought;amount
            c1;0012;2024-03-01;2
            c1;0013;2024-03-02;1
            c2;0012;2024-03-02;4
            c2;0014;2024-03-05;1;too much
            c3;0013;2024-03-07;
            c3;0013;2024-03-07;
            """;

    @BeforeEach void begin() {
        newProject();
    }

    @Test void aFileReadByTheWrongDelimiterIsSeenPutRightAndItsRejectedRowToldByLineAndReason() throws IOException {
        fileToOpen = Files.writeString(folder.resolve("orders.csv"), MESSY);
        go("assets");
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the columns", () -> there("role-amount"));
        delimiter("comma");
        waitFor("one column", () -> !there("role-amount") && sees("customer;product;bought;amount"));
        delimiter("semicolon");
        waitFor("the columns again", () -> there("role-amount"));
        assertTrue(tells("line 5: Cells expected: 4, found: 5"), "told before it is imported");
        press("import-start");
        waitFor("the asset", () -> sees("Imported 5 rows as orders, version 1."));
        onUi(() -> find("tabs", TabPane.class).getSelectionModel().selectLast());
        waitFor("line and reason", () -> sees("5") && sees("Cells expected: 4, found: 5") && sees("c2;0014;2024-03-05;1;too much"));
    }

    @SuppressWarnings("unchecked") private void delimiter(String word) {
        onUi(() -> ((ComboBox<String>) find("import-delimiter", ComboBox.class)).setValue(word));
        rest();
    }

    private boolean there(String id) {
        return robot.lookup("#" + id).tryQuery().isPresent();
    }

    @Test void aFileThatCannotBeReadIsToldWithItsCureInTheDialogueAndNothingIsKept() throws IOException {
        fileToOpen = Files.writeString(folder.resolve("sheet.xlsx"), "this is no workbook");
        go("assets");
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the failure", () -> there("import-failure"));
        assertTrue(find("import-failure", Labeled.class).getText().startsWith("sheet.xlsx: "), find("import-failure", Labeled.class).getText());
        assertFalse(robot.lookup(".import-cure").queryAs(Labeled.class).getText().isBlank());
        assertTrue(find("import-start", ButtonBase.class).isDisabled());
        robot.push(KeyCode.ESCAPE);
        waitFor("no dialogue", () -> !there("import-start"));
        assertTrue(sees("No table yet"));
        fileToOpen = SmallShop.writeOrders(folder.resolve("orders.csv"));
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitFor("the preview of another", this::canImport);
        press("import-start");
        waitFor("the asset", () -> window.jobs().idle() && tells("Imported 96 rows"));
        assertEquals(1, find("list", ListView.class).getItems().size());
    }

    @Test void aRoleTakenAwayInAssetsChangesWhatQualityShows() {
        importOrders();
        go("quality");
        waitFor("events", () -> find("tabs", TabPane.class).getTabs().size() == 3);
        go("assets");
        waitFor("the roles", () -> there("role-customer"));
        onUi(() -> role("customer").setValue(Role.NONE));
        rest();
        go("quality");
        waitFor("no events", () -> find("tabs", TabPane.class).getTabs().size() == 2);
        go("assets");
        waitFor("the role", () -> there("role-customer") && role("customer").getValue() == Role.NONE);
        onUi(() -> role("customer").setValue(Role.USER));
        rest();
        go("quality");
        waitFor("events again", () -> find("tabs", TabPane.class).getTabs().size() == 3);
    }

    @SuppressWarnings("unchecked") private ChoiceBox<Role> role(String column) {
        return find("role-" + column, ChoiceBox.class);
    }

    @SuppressWarnings("unchecked") @Test void aFindingLeadsToItsRowsAndToItsColumn() throws IOException {
        importFile(Files.writeString(folder.resolve("orders.csv"), MESSY));
        robot.push(KeyCode.CONTROL, KeyCode.U);
        at("quality");
        waitFor("the findings", () -> window.jobs().idle() && there("alerts") && !find("alerts", ListView.class).getItems().isEmpty());
        ListView<Alert> alerts = find("alerts", ListView.class);
        Alert missing = alerts.getItems().stream().filter(a -> a.column().equals(java.util.Optional.of("amount")) && a.count() == 2).findFirst().orElseThrow();
        onUi(() -> alerts.getSelectionModel().select(missing));
        waitFor("its two rows", () -> there("alert-rows") && tells("2 rows, 5 columns"));
        pressText("See column amount");
        waitFor("the column", () -> "amount".equals(((shelfwise.profile.ColumnProfile) find("columns", ListView.class).getSelectionModel().getSelectedItem()).name()));
    }
}
