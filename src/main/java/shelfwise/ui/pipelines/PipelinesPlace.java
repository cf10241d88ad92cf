package shelfwise.ui.pipelines;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.pipeline.Preflight;
import shelfwise.ui.Place;
import shelfwise.ui.Target;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.pipelines.look.LookDesk;
import shelfwise.ui.pipelines.look.LookViewModel;
import shelfwise.ui.pipelines.look.PinsViewModel;

/** The pipelines of a project: the graph with its states, the settings of a node, and runs. Reads {@code pipeline} and
 * {@code node} of a target, {@code template}, the asset that the wizard begins with (empty for the best there is), and with it {@code made-of}, the template. */
public final class PipelinesPlace implements Place {
    private final Workspace workspace;
    private @Nullable PipelinesViewModel model;
    private @Nullable SearchViewModel search;
    private @Nullable LookViewModel looks;
    private @Nullable PinsViewModel pins;
    private @Nullable TemplateViewModel templates;
    private @Nullable OwnViewModel own;
    private @Nullable NewPipelines fresh;
    private @Nullable PipelinesView view;

    public PipelinesPlace(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override public String id() {
        return "pipelines";
    }

    @Override public Icons icon() {
        return Icons.PIPELINES;
    }

    @Override public Node view(UiContext ui) {
        PipelinesViewModel known = model;
        if (known == null) model = known = new PipelinesViewModel(workspace.pipelines(), workspace.runs(),
                new Preflight(workspace.operators(), workspace.assets()::read), ui.jobs());
        SearchViewModel searching = search;
        if (searching == null) search = searching = new SearchViewModel(known, workspace.search(), workspace.operators());
        PipelinesViewModel shown = known;
        TemplateViewModel filling = templates;
        if (filling == null) templates = filling = new TemplateViewModel(workspace.templates(), workspace.pipelines(), workspace.assets(), ui.jobs());
        var making = new NewPipelines(known, filling, workspace.pipelines(), new NodeWords(workspace.operators(), ui), ui);
        fresh = making;
        OwnViewModel owned = own;
        if (owned == null) own = owned = new OwnViewModel(workspace.own(), ui.jobs());
        var made = new PipelinesView(known, searching, workspace, making, owned, canvas -> desk(canvas, shown, ui), ui);
        view = made;
        return ui.load("pipelines", made);
    }

    private LookDesk desk(Region canvas, PipelinesViewModel known, UiContext ui) {
        var shown = new ShownPipeline(known);
        LookViewModel looking = looks;
        if (looking == null) looks = looking = new LookViewModel(shown, workspace.looks(), workspace.operators(),
                new Preflight(workspace.operators(), workspace.assets()::read), ui.jobs());
        PinsViewModel pinned = pins;
        if (pinned == null) pins = pinned = new PinsViewModel(shown, workspace.settings(), ui.jobs());
        return new LookDesk(canvas, looking, pinned, workspace, ui);
    }

    @Override public void shown(Target target) {
        PipelinesViewModel known = model;
        if (known == null) return;
        known.refresh(target.get("pipeline").orElse(""));
        OwnViewModel owned = own;
        if (owned != null) owned.refresh();
        target.get("node").ifPresent(known::select);
        NewPipelines making = fresh;
        if (making != null) target.get("template").ifPresent(asset -> making.ofTemplate(asset, target.get("made-of").orElse("")));
    }

    @Override public List<Command> commands(UiContext ui) {
        PipelinesView shown = view;
        return shown == null ? List.of() : shown.commands();
    }

    @Override public boolean escape() {
        PipelinesView shown = view;
        return shown != null && shown.escape();
    }
}
