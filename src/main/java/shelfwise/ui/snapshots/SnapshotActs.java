package shelfwise.ui.snapshots;

import java.nio.file.Path;
import java.util.List;
import shelfwise.app.SnapshotService;
import shelfwise.base.JobEvent;
import shelfwise.ui.Choosers;
import shelfwise.ui.UiContext;

/** What a person can do with the open snapshot. */
record SnapshotActs(SnapshotsViewModel model, UiContext ui) {
    void export(SnapshotService.Format format) {
        String ending = "." + format.word();
        ui.choosers().save(ui.text("snapshots.export." + format.word()), model.chosen() + ending,
                new Choosers.Kind(ui.text("snapshots.file." + format.word()), List.of("*" + ending))).ifPresent(file -> write(format, file));
    }

    private void write(SnapshotService.Format format, Path file) {
        model.export(format, file, ui.messages(), ui.jobs(), event -> {
            if (event instanceof JobEvent.Failed<Path> failed) ui.tell(failed.cause());
        });
    }

    void delete() {
        model.open().get().ifPresent(s -> ui.confirm(ui.text("snapshots.delete.ask", s.id(), s.lists().size()), ui.text("snapshots.delete"),
                () -> model.delete(ui.jobs(), ui::tell)));
    }
}
