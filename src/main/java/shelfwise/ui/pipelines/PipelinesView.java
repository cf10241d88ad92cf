package shelfwise.ui.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import shelfwise.app.Workspace;
import shelfwise.base.JobEvent;
import shelfwise.pipeline.Groups;
import shelfwise.pipeline.Pairings;
import shelfwise.pipeline.Pipeline;
import shelfwise.ui.UiContext;
import shelfwise.ui.kit.BarWords;
import shelfwise.ui.kit.Command;
import shelfwise.ui.kit.EmptyState;
import shelfwise.ui.kit.Icons;
import shelfwise.ui.kit.StatePane;
import shelfwise.ui.pipelines.canvas.CanvasCommands;
import shelfwise.ui.pipelines.canvas.GraphCanvas;
import shelfwise.ui.pipelines.canvas.OperatorPalette;
import shelfwise.ui.pipelines.look.LookDesk;
import shelfwise.ui.pipelines.look.Peek;
import shelfwise.ui.pipelines.look.PortRef;

/** The frame of the place: its bar, the canvas and the pane beside it. */
public final class PipelinesView {
    private static final KeyCombination RUN_TOO = KeyCombination.valueOf("Shortcut+Enter");
    private static final String SIDE = "pipelines.side";
    private final PipelinesViewModel model;
    private final UiContext ui;
    private final GraphCanvas graph;
    private final NodePane pane;
    private final SplitPane split;
    private final LookDesk desk;
    private final NewPipelines fresh;
    private final ModelEdits edits;
    private final Sharing sharing;
    private final PipelineActs acts;
    private final OwnActs ownActs;
    private final EncoderActs encoders;
    private final StopAndKeep keep;
    private boolean choosing;
    @FXML private HBox bar;
    @FXML private ChoiceBox<String> chooser;
    @FXML private MenuButton make, more;
    @FXML private Label unsaved;
    @FXML private Button drafts, run, runTo, cancel, undo, redo, save, fit;
    @FXML private MenuButton editMenu, arrangeMenu, viewMenu;
    @FXML private StatePane state;

    PipelinesView(PipelinesViewModel model, SearchViewModel search, Workspace workspace, NewPipelines fresh, OwnViewModel own, Function<Region, LookDesk> around, UiContext ui) {
        this.model = model;
        this.ui = ui;
        this.fresh = fresh;
        var words = new NodeWords(workspace.operators(), ui);
        sharing = new Sharing(model, workspace, ui);
        acts = new PipelineActs(model, new PipelineFiles(model, workspace.pipelines(), ui.jobs()), workspace, ui);
        ownActs = new OwnActs(model, own, workspace, ui);
        pane = new NodePane(model, search, workspace, words, new Desk(), new Owning(own, ownActs), ui);
        keep = new StopAndKeep(model, workspace.operators());
        encoders = new EncoderActs(workspace, pane::offersChanged, ui);
        edits = new ModelEdits(model, ownActs, () -> fresh.ofTemplate("", ""));
        ui.keep(edits::end);
        graph = new GraphCanvas(edits, workspace.operators(), ui, n -> words.look(n, model.states()), NodeWords::groupIcon, pane::focusSettings);
        desk = around.apply(graph);
        graph.setHover(new Hovering(model, desk));
        var left = new BorderPane(); // filled in the order in which Tab goes
        left.setTop(new VBox(new RecoveredStrip(model, ui), new LineStrip(model, ui)));
        left.setLeft(new OperatorPalette(graph, NodeWords::groupIcon));
        left.setCenter(desk);
        left.setBottom(new EndingPane(model, ui));
        ui.keep(left.widthProperty().subscribe(w -> graph.choices().roomFor(w.doubleValue())));
        split = new SplitPane(left, pane);
        SplitPane.setResizableWithParent(pane, false);
        learn(workspace);
    }

    /** What stands beside what in pipelines known here tells what is likely to be wanted next. */
    private void learn(Workspace workspace) {
        ui.jobs().<Pairings>quietly(_ -> Pairings.of(workspace.pipelines().readable()), event -> {
            if (event instanceof JobEvent.Done<Pairings> done) graph.learn(done.result());
        });
    }

    @FXML private void initialize() {
        bindBar();
        split.setDividerPositions(Double.parseDouble(ui.remembered().get(SIDE, "0.7")));
        ui.keep(split.getDividers().getFirst().positionProperty().subscribe(at -> ui.remembered().put(SIDE, String.valueOf(at))));
        split.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!RUN_TOO.match(e)) return;
            model.run();
            e.consume();
        });
        ui.keep(model.loading().subscribe(_ -> showState()));
        ui.keep(model.problem().subscribe(_ -> showState()));
        ui.keep(model.pipeline().subscribe(_ -> showState()));
        ui.keep(model.running().subscribe(_ -> graph.refreshAll()));
        ui.keep(model.selected().subscribe(_ -> desk.unhover()));
        ui.keep(model.watch(id -> {
            if (id.isEmpty()) graph.refreshAll();
            else graph.refresh(id);
        }));
    }

    private void bindBar() {
        ListChangeListener<String> names = _ -> showNames();
        model.names().addListener(names);
        ui.keep(() -> model.names().removeListener(names));
        ui.keep(model.name().subscribe(_ -> showNames()));
        chooser.setAccessibleText(ui.text("pipelines.choose"));
        chooser.setTooltip(new Tooltip(ui.text("pipelines.choose")));
        chooser.getSelectionModel().selectedItemProperty().subscribe(name -> {
            if (!choosing && name != null && !name.equals(model.name().get())) model.refresh(name);
        });
        fresh.offerIn(make);
        more.setGraphic(Icons.MORE.icon());
        more.setAccessibleText(ui.text("pipelines.more"));
        more.setTooltip(new Tooltip(ui.text("pipelines.more")));
        more.setOnShowing(_ -> more.getItems().setAll(Stream.concat(acts.commands().stream(), sharing.commands().stream()).map(PipelinesView::item).toList()));
        more.disableProperty().bind(model.name().isEmpty());
        unsaved.visibleProperty().bind(model.unsaved());
        unsaved.managedProperty().bind(model.unsaved());
        var wrong = Bindings.size(model.drafts());
        drafts.textProperty().bind(Bindings.createStringBinding(() -> ui.text("pipelines.drafts", wrong.get()), wrong));
        drafts.visibleProperty().bind(wrong.greaterThan(0));
        drafts.managedProperty().bind(wrong.greaterThan(0));
        drafts.setOnAction(_ -> model.drafts().keySet().stream().findFirst().ifPresent(d -> model.select(d.node())));
        button(run, Icons.RUN, "pipelines.run.tip", "F5", model::run);
        button(runTo, Icons.NEXT, "pipelines.run-to.tip", "Shift+F5", this::runChosen);
        button(cancel, Icons.CANCEL, "pipelines.cancel.tip", "Shortcut+Period", model::cancel);
        button(undo, Icons.UNDO, "pipelines.undo", "Shortcut+Z", model::undo);
        button(redo, Icons.REDO, "pipelines.redo", "Shift+Shortcut+Z", model::redo);
        button(save, Icons.SAVE, "pipelines.save", "Shortcut+S", model::save);
        menu(editMenu, CanvasCommands.Menu.EDIT);
        menu(arrangeMenu, CanvasCommands.Menu.ARRANGE);
        menu(viewMenu, CanvasCommands.Menu.VIEW);
        button(fit, Icons.ZOOM_FIT, "pipelines.fit", "Shortcut+0", graph::fit);
        run.disableProperty().bind(model.canRun().not());
        runTo.disableProperty().bind(model.pipeline().isNull().or(wrong.greaterThan(0)).or(model.selected().isEmpty()));
        cancel.disableProperty().bind(model.inLine().not());
        ui.keep(model.toUndo().subscribe(_ -> name(undo, undoText(), "Shortcut+Z")));
        ui.keep(model.toRedo().subscribe(_ -> name(redo, redoText(), "Shift+Shortcut+Z")));
        undo.disableProperty().bind(model.canUndo().not());
        redo.disableProperty().bind(model.canRedo().not());
        save.disableProperty().bind(model.unsaved().not());
        BarWords.shrink(bar, List.of(runTo, cancel, make, run));
        for (Control c : List.of(editMenu, arrangeMenu, viewMenu, fit)) c.disableProperty().bind(model.pipeline().isNull());
    }

    /** All nodes that are chosen on the canvas, with what they need. */
    private void runChosen() {
        Pipeline now = model.pipeline().get();
        if (now == null) return;
        List<String> chosen = List.copyOf(edits.selection().get().items()).stream().flatMap(i -> now.find(i).isPresent() ? Stream.of(i) : Groups.nodes(now, i).stream().map(shelfwise.pipeline.Node::id)).distinct().toList();
        if (!chosen.isEmpty()) model.runTo(chosen);
    }

    private void button(Button button, Icons icon, String tip, String key, Runnable act) {
        button.setGraphic(icon.icon());
        button.setTooltip(new Tooltip(ui.text(tip) + "  " + KeyCombination.valueOf(key).getDisplayText()));
        button.setAccessibleText(ui.text(tip));
        button.setOnAction(_ -> act.run());
    }

    /** What can be done is asked when the menu opens. */
    private void menu(MenuButton button, CanvasCommands.Menu menu) {
        button.getItems().setAll(graph.commands().items(menu));
        button.setOnShowing(_ -> {
            button.getItems().setAll(graph.commands().items(menu));
            if (menu == CanvasCommands.Menu.EDIT) button.getItems().addAll(0, undoing());
        });
    }

    /** What undo would take back and redo make again, by name. */
    private List<MenuItem> undoing() {
        var back = item(Command.of(undoText(), Icons.UNDO, "Shortcut+Z", undo::fire));
        back.setDisable(undo.isDisabled());
        var again = item(Command.of(redoText(), Icons.REDO, "Shift+Shortcut+Z", redo::fire));
        again.setDisable(redo.isDisabled());
        return List.of(back, again, new SeparatorMenuItem());
    }

    private String undoText() {
        return model.toUndo().get().map(e -> ui.text("pipelines.undo-named", ui.text(e.key(), e.args().toArray()))).orElse(ui.text("pipelines.undo"));
    }

    private String redoText() {
        return model.toRedo().get().map(e -> ui.text("pipelines.redo-named", ui.text(e.key(), e.args().toArray()))).orElse(ui.text("pipelines.redo"));
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.text(), command.icon().icon());
        command.key().ifPresent(item::setAccelerator);
        item.setOnAction(_ -> command.act().run());
        return item;
    }

    private static void name(Button button, String text, String key) {
        button.setTooltip(new Tooltip(text + "  " + KeyCombination.valueOf(key).getDisplayText()));
        button.setAccessibleText(text);
    }

    private void showNames() {
        choosing = true;
        chooser.getItems().setAll(model.names());
        chooser.setValue(model.name().get());
        chooser.setVisible(!model.names().isEmpty());
        chooser.setManaged(chooser.isVisible());
        choosing = false;
    }

    private void showState() {
        Pipeline pipeline = model.pipeline().get();
        Throwable problem = model.problem().get();
        if (problem != null) state.showError(problem, ui.messages(), () -> model.refresh(model.name().get()));
        else if (pipeline != null) showContent();
        else if (model.loading().get()) state.showBusy(ui.text("pipelines.loading"));
        else state.showEmpty(new EmptyState(Icons.PIPELINES, ui.text("pipelines.empty.title"), ui.text("pipelines.empty"))
                    .button(ui.text("templates.open"), () -> fresh.ofTemplate("", "")).link(ui.text("templates.empty"), fresh::empty)
                    .link(ui.text("pipelines.empty.home"), () -> ui.go("home")).link(ui.text("pipelines.empty.again"), () -> model.refresh("")));
    }

    private void showContent() {
        if (!state.getChildren().contains(split)) state.showContent(split);
    }

    /** The pane is made before the desk is. */
    private final class Desk implements Peek {
        @Override public void open(PortRef ref) {
            desk.open(ref);
        }

        @Override public void pin(PortRef ref) {
            desk.pin(ref);
        }
    }

    List<Command> commands() {
        var all = new ArrayList<Command>(fresh.commands());
        add(all, run, "pipelines.run", Icons.RUN, "F5");
        add(all, runTo, "pipelines.run-to", Icons.NEXT, "Shift+F5");
        add(all, cancel, "pipelines.cancel.tip", Icons.CANCEL, "Shortcut+Period");
        keep.training().filter(n -> keep.epoch(n) > 0).ifPresent(n -> all.add(Command.of(ui.text("pipelines.keep"), Icons.CANCEL, "Shortcut+Alt+Period", () -> keep.stop(n))));
        if (!undo.isDisabled()) all.add(Command.of(undoText(), Icons.UNDO, "Shortcut+Z", undo::fire));
        if (!redo.isDisabled()) all.add(Command.of(redoText(), Icons.REDO, "Shift+Shortcut+Z", redo::fire));
        add(all, save, "pipelines.save", Icons.SAVE, "Shortcut+S");
        if (model.pipeline().get() != null) all.addAll(graph.commands().now());
        all.addAll(acts.commands());
        all.addAll(sharing.commands());
        all.addAll(ownActs.commands());
        all.addAll(encoders.commands());
        all.addAll(desk.commands(model.selected().get()));
        for (String name : model.names()) {
            if (!name.equals(model.name().get())) all.add(Command.of(ui.text("pipelines.show", name), Icons.PIPELINES, () -> model.refresh(name)));
        }
        return all;
    }

    /** What can't be done now is not offered. */
    private void add(List<Command> all, @Nullable Button button, String text, Icons icon, String key) {
        if (button != null && !button.isDisabled()) all.add(Command.of(ui.text(text), icon, key, button::fire));
    }

    /** Esc leads from the settings back to the canvas. */
    boolean escape() {
        if (graph.giveUp()) return true;
        if (desk.escape()) return true;
        if (!pane.hasFocus()) return false;
        graph.focusChosen();
        return true;
    }
}
