package shelfwise.ui.similarity;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ListService;
import shelfwise.app.ModelRef;
import shelfwise.app.ModelService;
import shelfwise.app.SimilarityService;
import shelfwise.app.SimilarityService.Question;
import shelfwise.app.Workspace;
import shelfwise.base.ProblemException;
import shelfwise.inspect.Measure;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Latest;
import shelfwise.ui.Target;
import shelfwise.ui.choice.LastLooked;
import shelfwise.ui.choice.ModelEntry;
import shelfwise.ui.choice.ModelHues;

/** Whose items are measured against each other, how, and the pair looked at. Only the latest question's answer is shown. */
final class SimilarityViewModel {
    private static final int SUGGESTIONS = 40, ROWS = 20, COMMON_USERS = 40;
    private final ModelService service;
    private final ListService lists;
    private final SimilarityService similarity;
    private final ModelHues hues;
    private final LastLooked last;
    private final Latest models, matrix, pairs, search;
    private String wantedItem = "";
    private boolean following;

    final ObservableList<ModelEntry> all = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable ModelEntry> model = new SimpleObjectProperty<>();
    final StringProperty user = new SimpleStringProperty("");
    final IntegerProperty n = new SimpleIntegerProperty(ROWS);
    final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.COSINE);
    final DoubleProperty shrinkage = new SimpleDoubleProperty(0);
    final BooleanProperty ordered = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Matrix> shown = new ReadOnlyObjectWrapper<>(new Matrix.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());

    SimilarityViewModel(Workspace workspace, JobBoard jobs) {
        service = workspace.models();
        lists = workspace.lists();
        similarity = workspace.similarity();
        hues = new ModelHues(workspace.settings());
        last = new LastLooked(workspace.settings());
        models = new Latest(jobs);
        matrix = new Latest(jobs);
        pairs = new Latest(jobs);
        search = new Latest(jobs);
        n.addListener((_, _, _) -> load());
        measure.addListener((_, _, _) -> load());
        shrinkage.addListener((_, _, _) -> load());
        ordered.addListener((_, _, _) -> load());
        model.addListener((_, _, _) -> load());
        user.addListener((_, _, _) -> load());
    }

    ReadOnlyObjectProperty<Matrix> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The cell looked at. */
    ReadOnlyObjectProperty<Optional<Pair>> pair() {
        return pair.getReadOnlyProperty();
    }

    /** Reads which models there are now, then shows what {@code target} asks for, or what was shown before. */
    void show(Target target) {
        models.ask(_ -> read(target), known -> take(known, target), this::fail);
    }

    /** @param cleared a model was trained, but is no longer kept @param problem why what {@code target} asks for can't be shown */
    private record Known(List<ModelEntry> models, Optional<LastLooked.Look> last, boolean cleared, Optional<ProblemException> problem) { }

    private Known read(Target target) {
        List<ModelRef> kept = service.list(), gone = service.gone();
        Optional<ProblemException> problem = gone.stream().filter(m -> target.get("model").filter(m.name()::equals).isPresent()).findFirst().map(service::problem);
        return new Known(hues.entries(kept), last.get(), !gone.isEmpty(), problem);
    }

    private void take(Known known, Target target) {
        List<ModelEntry> found = known.models();
        if (!found.equals(all)) all.setAll(found);
        if (found.isEmpty()) {
            matrix.drop();
            shown.set(new Matrix.NoModel(known.cleared()));
            return;
        }
        if (known.problem().isPresent()) {
            matrix.drop();
            fail(known.problem().get());
            return;
        }
        following = true; // one question for all that changes
        target.get("user").or(() -> known.last().map(LastLooked.Look::user)).ifPresent(user::set);
        wantedItem = target.get("item").orElse("");
        String name = target.get("model").or(() -> known.last().map(LastLooked.Look::model)).orElse("");
        model.set(found.stream().filter(m -> m.name().equals(name)).findFirst().orElse(found.getFirst()));
        following = false;
        load();
    }

    /** The item that a link asked for, once. */
    String takeWantedItem() {
        String wanted = wantedItem;
        wantedItem = "";
        return wanted;
    }

    void stepUser(int step) {
        ModelEntry by = model.get();
        if (by == null) return;
        String from = user.get();
        search.ask(_ -> lists.beside(by.name(), from, step), next -> next.ifPresent(user::set), this::fail);
    }

    /** Customers whose id holds {@code part}. */
    void find(String part, Consumer<List<String>> found) {
        ModelEntry by = model.get();
        if (by != null) search.ask(_ -> lists.users(by.name(), part, SUGGESTIONS), found, _ -> found.accept(List.of()));
    }

    /** Asks for the matrix as it is wanted now. */
    void load() {
        ModelEntry by = model.get();
        if (by == null || following) return;
        pairs.drop();
        if (!(shown.get() instanceof Matrix.Found f && f.model().equals(by))) shown.set(new Matrix.Busy(by.name()));
        String whose = user.get();
        int rows = n.get();
        Measure how = measure.get();
        double shrunk = shrinkage.get();
        boolean clustered = ordered.get();
        matrix.ask(progress -> {
            String named = whose.isEmpty() ? lists.beside(by.name(), "", 0).orElse("") : whose;
            last.put(new LastLooked.Look(by.name(), named));
            var question = new Question(by.name(), named, rows, how, shrunk, clustered);
            return new Matrix.Found(by, question, similarity.around(question, progress));
        }, this::take, this::fail);
    }

    /** Stops the work on the matrix. */
    void stop() {
        matrix.drop();
        shown.set(new Matrix.Stopped());
    }

    private void take(Matrix.Found found) {
        following = true;
        user.set(found.question().user());
        following = false;
        pair.set(Optional.empty());
        shown.set(found);
    }

    private void fail(Throwable cause) {
        if (cause instanceof CancellationException) return;
        pair.set(Optional.empty());
        shown.set(new Matrix.Failed(cause));
    }

    /** Asks who is behind a cell of the matrix shown. */
    void look(int row, int column) {
        if (!(shown.get() instanceof Matrix.Found f)) return;
        var view = f.view();
        var one = view.items().get(row);
        var other = view.items().get(column);
        pairs.ask(_ -> new Pair(one, view.inList().get(row), other, view.inList().get(column), view.matrix().value(row, column),
                similarity.common(f.model().name(), one.id(), other.id(), COMMON_USERS)), p -> pair.set(Optional.of(p)), this::fail);
    }

    void lookAway() {
        pairs.drop();
        pair.set(Optional.empty());
    }
}
