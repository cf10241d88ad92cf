package shelfwise.ui.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.app.Workspace;
import shelfwise.base.Jobs;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.ui.JobBoard;

class ImportViewModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final JobBoard jobs = new JobBoard(new Jobs(work::add, Runnable::run), InstantSource.system());
    @TempDir Path folder;
    private Workspace workspace;
    private ImportViewModel model;

    @BeforeEach void take() throws IOException {
        workspace = Workspace.create(folder.resolve("shop"));
        model = new ImportViewModel(workspace.imports());
        Path first = Files.writeString(folder.resolve("first.csv"), "user,item\nu1,a\nu2,b\n"), second = Files.writeString(folder.resolve("second.csv"), "sku;title\n01;Pen\n");
        model.take(List.of(first, second), jobs);
    }

    @AfterEach void close() {
        workspace.close();
    }

    private void answer() {
        while (!work.isEmpty()) work.poll().run();
    }

    private List<Field> columns() {
        return model.preview().get().orElseThrow().plan().columns();
    }

    @Test void anAnswerToOlderSettingsIsPassedOver() {
        model.set(ImportSetting.HEADER, "no", jobs);
        assertEquals(2, work.size());
        Runnable older = work.poll();
        answer();
        older.run();
        assertEquals(3, model.preview().get().orElseThrow().rows().rows());
        assertFalse(model.looking().get());
    }

    @Test void aRoleMovesAndThoseGuessedStay() {
        answer();
        model.setRole("item", Role.USER, jobs);
        answer();
        assertEquals(Role.USER, columns().getLast().role());
        assertEquals(Role.NONE, columns().getFirst().role());
    }

    @Test void whatWasSaidOfColumnsIsForgottenWhenTheyAreOthers() {
        answer();
        model.setType("user", ColumnType.BOOLEAN, jobs);
        answer();
        assertTrue(model.typeIsSaid("user"));
        model.set(ImportSetting.DELIMITER, "semicolon", jobs);
        answer();
        assertFalse(model.typeIsSaid("user"));
        assertTrue(model.failure().get().isEmpty());
    }

    @Test void aSettingThatIsNoNumberIsAFailureUntilItIsTakenBack() {
        answer();
        model.set(ImportSetting.SKIP, "two", jobs);
        assertTrue(model.failure().get().isPresent());
        model.set(ImportSetting.SKIP, "", jobs);
        answer();
        assertTrue(model.failure().get().isEmpty());
    }

    @Test void theNextFileStartsWithNothingSaid() {
        answer();
        model.set(ImportSetting.HEADER, "no", jobs);
        answer();
        assertTrue(model.next(jobs));
        answer();
        assertEquals("", model.setting(ImportSetting.HEADER));
        assertEquals("second", model.name().get());
        assertEquals(List.of("sku", "title"), columns().stream().map(Field::name).toList());
        assertFalse(model.next(jobs));
    }
}
