package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.model.encoder.OwnEncoder;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;

/** What a person does with text encoders of the project: brings one in, takes one out. */
final class EncoderActs {
    private static final String ADD_KEY = "Shortcut+Shift+T";
    private final Workspace workspace;
    private final Runnable changed;
    private final UiContext ui;
    private List<String> names = List.of();

    /** @param changed called once there is one more or less */
    EncoderActs(Workspace workspace, Runnable changed, UiContext ui) {
        this.workspace = workspace;
        this.changed = changed;
        this.ui = ui;
        look(() -> { });
    }

    /** Reads again what there is. */
    private void look(Runnable then) {
        ui.jobs().<List<String>>quietly(_ -> workspace.encoders().names(), event -> {
            if (!(event instanceof JobEvent.Done<List<String>> done)) return;
            names = done.result();
            then.run();
        });
    }

    List<Command> commands() {
        var all = new ArrayList<Command>();
        all.add(Command.of(ui.text("encoders.add"), Icons.IMPORT, ADD_KEY, this::add));
        for (String name : names) all.add(Command.of(ui.text("encoders.remove", name), Icons.REMOVE, () -> askRemove(name)));
        return all;
    }

    /** The encoder is called as its folder. */
    private void add() {
        ui.choosers().folder(ui.text("encoders.add")).ifPresent(this::add);
    }

    private void add(Path folder) {
        Path last = folder.getFileName();
        String name = last == null ? "" : last.toString();
        ui.jobs().<OwnEncoder>start("encoders.job.add", List.of(name), progress -> workspace.encoders().add(folder, name, Optional.empty(), progress), event -> {
            switch (event) {
                case JobEvent.Done<OwnEncoder> _ -> look(changed);
                case JobEvent.Failed<OwnEncoder> failed -> ui.tell(failed.cause());
                case JobEvent.Moved<OwnEncoder> _, JobEvent.Cancelled<OwnEncoder> _ -> { }
            }
        });
    }

    private void askRemove(String name) {
        ui.confirm(ui.text("encoders.remove.ask", name), ui.text("encoders.remove.verb"), () -> remove(name));
    }

    private void remove(String name) {
        ui.jobs().<String>quietly(_ -> {
            workspace.encoders().remove(name);
            return name;
        }, event -> {
            if (event instanceof JobEvent.Done<String>) look(changed);
            else if (event instanceof JobEvent.Failed<String> failed) ui.tell(failed.cause());
        });
    }
}
