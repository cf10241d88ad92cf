package shelfwise.ui.lists;

import java.nio.file.Path;
import java.util.List;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.export.serving.ModelCard;
import shelfwise.ui.UiContext;

/** Writes a model as a folder for other programs, in a folder that a person chooses. */
record ModelExport(Workspace workspace, UiContext ui) {
    /** @param model its name, which the new folder has as well */
    void ask(String model) {
        ui.choosers().folder(ui.text("lists.export")).map(f -> f.resolve(model)).ifPresent(folder ->
                ui.jobs().<ModelCard>start("lists.job.export", List.of(model, folder.toString()), progress -> workspace.modelExport().write(model, folder, ui.messages(), progress), event -> {
                    if (event instanceof JobEvent.Failed<ModelCard> failed) ui.tell(failed.cause());
                }));
    }
}
