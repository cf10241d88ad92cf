package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** What a person does with the whole pipeline besides running it: writing it as a page for others, comparing it with another. */
record Sharing(PipelinesViewModel model, Workspace workspace, UiContext ui) {
    List<Command> commands() {
        var all = new ArrayList<Command>();
        Pipeline open = model.pipeline().get();
        if (open == null) return all;
        all.add(Command.of(ui.text("page.export"), Icons.EXPORT, "Shortcut+Shift+E", () -> export(open)));
        if (model.names().size() > 1) all.add(Command.of(ui.text("differences.compare"), Icons.COMPARE, "Shortcut+Shift+D", () -> compare(open)));
        return all;
    }

    private void export(Pipeline pipeline) {
        ui.choosers().folder(ui.text("page.export")).ifPresent(folder ->
                ui.jobs().<Path>start("page.job.export", List.of(pipeline.name(), folder.toString()), _ -> workspace.pages().write(pipeline, folder, ui.messages()), event -> {
                    if (event instanceof JobEvent.Failed<Path> failed) ui.tell(failed.cause());
                }));
    }

    private void compare(Pipeline pipeline) {
        List<String> others = model.names().stream().filter(n -> !n.equals(model.name().get())).toList();
        ui.showDialogue(ui.text("differences.dialogue", pipeline.name()), new DiffDialogue(pipeline, others, workspace, this::go, ui));
    }

    /** Leads to a step that differs. */
    private void go(String node) {
        ui.closeDialogue();
        model.select(node);
    }
}
