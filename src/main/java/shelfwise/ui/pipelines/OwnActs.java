package shelfwise.ui.pipelines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.collections.ObservableList;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.pipeline.Edit;
import shelfwise.pipeline.Group;
import shelfwise.pipeline.OwnDraft;
import shelfwise.pipeline.OwnFile;
import shelfwise.pipeline.OwnOperator;
import shelfwise.pipeline.OwnOperators;
import shelfwise.pipeline.Pipeline;
import shelfwise.pipeline.Renewal;
import shelfwise.ui.Choosers;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.canvas.OwnSteps;

/** What a person does with own operators: keeps steps as one, takes a newer one, brings them to other projects. */
final class OwnActs implements OwnSteps {
    private static final String IMPORT_KEY = "Shortcut+Shift+I";
    private final PipelinesViewModel model;
    private final OwnViewModel own;
    private final Workspace workspace;
    private final UiContext ui;

    OwnActs(PipelinesViewModel model, OwnViewModel own, Workspace workspace, UiContext ui) {
        this.model = model;
        this.own = own;
        this.workspace = workspace;
        this.ui = ui;
    }

    @Override public ObservableList<OwnFile> all() {
        return own.all();
    }

    @Override public void keep(SequencedSet<String> chosen) {
        Pipeline now = model.pipeline().get();
        if (now == null) return;
        var kept = new LinkedHashSet<>(chosen);
        try {
            OwnDraft draft = OwnDraft.of(now, workspace.operators(), kept);
            String name = draft.origin().map(o -> o.operator()).orElseGet(() -> kept.size() == 1 ? now.group(kept.getFirst()).map(Group::label).orElse("") : "");
            ui.showDialogue(ui.text("own.title"), new KeepDialogue(draft, name, own, workspace.operators(), made -> keep(kept, draft, made), ui));
        } catch (ProblemException e) {
            ui.tell(e);
        }
    }

    /** The steps become a group of the operator, unless they are not there any more. */
    private void keep(SequencedSet<String> chosen, OwnDraft draft, OwnOperator made) {
        String shown = model.name().get();
        own.keep(made, kept -> {
            ui.closeDialogue();
            Pipeline now = model.pipeline().get();
            if (now == null || !model.name().get().equals(shown)) return;
            if (!chosen.stream().allMatch(c -> now.find(c).isPresent() || now.group(c).isPresent() || now.note(c).isPresent())) return;
            OwnOperators.Placed placed = OwnOperators.kept(now, chosen, draft, kept);
            model.edit(placed.pipeline(), Edit.of("edit.own-keep", kept.name()));
            model.select(placed.group());
        }, ui::tell);
    }

    /** The group takes the version that is kept now; links that found no port are told. */
    void renew(String group, OwnOperator newer) {
        Pipeline now = model.pipeline().get();
        if (now == null || now.group(group).flatMap(Group::origin).isEmpty()) return;
        Renewal.Renewed renewed = Renewal.of(now, workspace.operators(), group, newer);
        model.edit(renewed.pipeline(), Edit.of("edit.own-renew", newer.name(), newer.version()));
        if (!renewed.lost().isEmpty()) ui.tell(new ProblemException(shelfwise.base.Problem.of("own.links-lost", newer.name(),
                ui.list(renewed.lost().stream().map(Object::toString))), null));
    }

    @Override public List<Command> acts(OwnFile file) {
        var acts = new ArrayList<Command>();
        if (file.own().isPresent()) acts.add(Command.of(ui.text("own.export", file.name()), Icons.EXPORT, () -> export(file.name())));
        file.problem().ifPresent(p -> acts.add(Command.of(ui.text("own.why", file.name()), Icons.WARNING, () -> ui.tell(p.asException()))));
        acts.add(Command.of(ui.text("own.remove", file.name()), Icons.REMOVE, () -> remove(file.name())));
        return acts;
    }

    List<Command> commands() {
        var all = new ArrayList<Command>();
        all.add(Command.of(ui.text("own.import"), Icons.IMPORT, IMPORT_KEY, this::take));
        own.all().forEach(f -> all.addAll(acts(f)));
        return all;
    }

    private Choosers.Kind kind() {
        return new Choosers.Kind(ui.text("own.file"), List.of("*.json"));
    }

    private void export(String name) {
        ui.choosers().save(ui.text("own.export", name), name + ".json", kind()).ifPresent(file -> own.export(name, file, ui::tell));
    }

    private void take() {
        for (Path file : ui.choosers().open(ui.text("own.import"), kind())) take(file, false);
    }

    /** Asks before another one of its name is replaced. */
    private void take(Path file, boolean replace) {
        own.take(file, replace, _ -> { }, why -> {
            Optional<String> taken = why instanceof ProblemException p && p.problem().key().equals("own.taken") ? Optional.of(p.problem().where()) : Optional.empty();
            if (taken.flatMap(own::find).isPresent() && !replace) ui.confirm(ui.text("own.replace.ask", taken.orElse("")), ui.text("own.replace.verb"), () -> take(file, true));
            else ui.tell(why);
        });
    }

    private void remove(String name) {
        ui.confirm(ui.text("own.remove.ask", name), ui.text("own.remove.verb"), () -> own.remove(name, ui::tell));
    }
}
