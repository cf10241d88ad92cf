package shelfwise.ui.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.app.ItemCard;
import shelfwise.app.ListService;
import shelfwise.app.ListService.Reasons;
import shelfwise.app.ListService.Row;
import shelfwise.app.ListService.SimilarItem;
import shelfwise.app.ListService.UserList;
import shelfwise.app.ModelRef;
import shelfwise.app.ModelService;
import shelfwise.app.NearTexts;
import shelfwise.app.SimilarityService;
import shelfwise.app.Workspace;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.model.Recommendations.Fallback;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Latest;
import shelfwise.ui.Target;
import shelfwise.ui.choice.LastLooked;
import shelfwise.ui.choice.ModelEntry;
import shelfwise.ui.choice.ModelHues;

/** Whose list is read, by which model, and why its rows are there. Only the latest question's answer is shown. */
final class ListsViewModel {
    /** What a list is asked for. */
    enum Subject { USER, ITEM }

    private static final int SUGGESTIONS = 40, ROWS = 10, COMMON_USERS = 24;
    private final ModelService service;
    private final ListService lists;
    private final SimilarityService similarity;
    private final ModelHues hues;
    private final LastLooked last;
    private final Latest models, list, why, words, search;
    private final Set<String> read = new HashSet<>();

    final ObservableList<ModelEntry> all = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable ModelEntry> model = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable ModelEntry> second = new SimpleObjectProperty<>();
    final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(Subject.USER);
    final StringProperty user = new SimpleStringProperty(""), item = new SimpleStringProperty("");
    final IntegerProperty n = new SimpleIntegerProperty(ROWS);
    final BooleanProperty excludeSeen = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private final ReadOnlyObjectWrapper<Why> reason = new ReadOnlyObjectWrapper<>(new Why.Nothing());

    ListsViewModel(Workspace workspace, JobBoard jobs) {
        service = workspace.models();
        lists = workspace.lists();
        similarity = workspace.similarity();
        hues = new ModelHues(workspace.settings());
        last = new LastLooked(workspace.settings());
        models = new Latest(jobs);
        list = new Latest(jobs);
        why = new Latest(jobs);
        words = new Latest(jobs);
        search = new Latest(jobs);
        n.addListener((_, _, _) -> load());
        excludeSeen.addListener((_, _, _) -> load());
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Why> why() {
        return reason.getReadOnlyProperty();
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
            list.drop();
            shown.set(new Shown.NoModel(known.cleared()));
            return;
        }
        if (known.problem().isPresent()) {
            list.drop();
            fail(known.problem().get());
            return;
        }
        known.last().ifPresent(l -> user.set(l.user()));
        target.get("user").ifPresent(u -> {
            user.set(u);
            subject.set(Subject.USER);
        });
        if (target.get("user").isEmpty()) target.get("item").ifPresent(i -> {
            item.set(i);
            subject.set(Subject.ITEM);
        });
        ModelEntry beside = second.get();
        model.set(target.get("model").or(() -> known.last().map(LastLooked.Look::model)).flatMap(this::named).orElse(preferred(found)));
        second.set(beside == null ? null : named(beside.name()).orElse(null));
        load();
    }

    /** A model that tells people apart, if there is one. */
    private static ModelEntry preferred(List<ModelEntry> found) {
        return found.stream().filter(m -> m.model().operator().equals("model.item-knn")).findFirst().orElse(found.getFirst());
    }

    private Optional<ModelEntry> named(String name) {
        return all.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    void chooseModel(ModelEntry chosen) {
        model.set(chosen);
        load();
    }

    void chooseSecond(@Nullable ModelEntry chosen) {
        second.set(chosen);
        load();
    }

    void chooseUser(String id) {
        user.set(id);
        subject.set(Subject.USER);
        load();
    }

    void chooseItem(String id) {
        item.set(id);
        subject.set(Subject.ITEM);
        load();
    }

    void chooseSubject(Subject chosen) {
        if (subject.get() == chosen) return;
        subject.set(chosen);
        load();
    }

    /** The customer {@code step} places further in the model's order. */
    void stepUser(int step) {
        ModelEntry by = model.get();
        if (by == null || subject.get() != Subject.USER) return;
        String from = user.get();
        list.ask(_ -> lists.beside(by.name(), from, step), next -> next.ifPresent(this::chooseUser), this::fail);
    }

    /** Any customer of the model. @param chance 0 to 1 */
    void anyUser(double chance) {
        ModelEntry by = model.get();
        if (by == null) return;
        String from = user.get();
        list.ask(_ -> lists.beside(by.name(), from, 1 + (int) (chance * Math.max(0, lists.userCount(by.name()) - 1))),
                next -> next.ifPresent(this::chooseUser), this::fail);
    }

    /** Customers or products that hold {@code part}, by the subject asked for. */
    void find(String part, Consumer<List<Hit>> found) {
        ModelEntry by = model.get();
        if (by == null) return;
        Subject what = subject.get();
        search.ask(_ -> switch (what) {
            case USER -> lists.users(by.name(), part, SUGGESTIONS).stream().map(id -> new Hit(id, id, 0)).toList();
            case ITEM -> lists.items(by.name(), part, SUGGESTIONS).stream().map(i -> new Hit(i.id(), i.label(), i.users())).toList();
        }, found, _ -> found.accept(List.of()));
    }

    /** @param users customers of a product; 0 for a customer */
    record Hit(String id, String name, int users) { }

    /** Asks for the list as it is wanted now. */
    void load() {
        ModelEntry by = model.get(), beside = second.get();
        if (by == null) return;
        why.drop();
        if (read.add(by.name()) || shown.get() instanceof Shown.Failed) shown.set(new Shown.Busy(by.name()));
        String whose = user.get(), which = item.get();
        int rows = n.get();
        boolean exclude = excludeSeen.get();
        switch (subject.get()) {
            case USER -> list.ask(_ -> ofUser(by, beside, whose, rows, exclude), this::take, this::fail);
            case ITEM -> list.ask(_ -> ofItem(by, which, whose, rows), this::take, this::fail);
        }
    }

    private Shown.OfUser ofUser(ModelEntry by, @Nullable ModelEntry beside, String wanted, int rows, boolean exclude) {
        String whose = wanted.isEmpty() ? lists.beside(by.name(), "", 0).orElse("") : wanted;
        UserList own = lists.forUser(by.name(), whose, rows, exclude, false);
        last.put(new LastLooked.Look(by.name(), whose));
        Optional<Shown.Other> other = Optional.ofNullable(beside).filter(b -> !b.equals(by))
                .map(b -> new Shown.Other(b, lists.forUser(b.name(), whose, rows, exclude, false)));
        return new Shown.OfUser(by, own, other);
    }

    private Shown.OfItem ofItem(ModelEntry by, String wanted, String whose, int rows) {
        ItemCard card = (wanted.isEmpty() ? lists.items(by.name(), "", 1).stream().findFirst() : lists.find(by.name(), wanted))
                .orElseThrow(() -> Problem.of("app.no-item", wanted, by.name()).asException());
        if (!whose.isEmpty()) last.put(new LastLooked.Look(by.name(), whose));
        return new Shown.OfItem(by, card, lists.similar(by.name(), card.id(), rows));
    }

    private void take(Shown.OfUser answer) {
        user.set(answer.list().user());
        shown.set(answer);
        if (answer.list().rows().isEmpty()) reason.set(new Why.Nothing());
    }

    private void take(Shown.OfItem answer) {
        item.set(answer.item().id());
        shown.set(answer);
        if (answer.similar().isEmpty()) reason.set(new Why.Nothing());
    }

    private void fail(Throwable cause) {
        reason.set(new Why.Nothing());
        shown.set(new Shown.Failed(cause));
    }

    /** Asks why {@code row} is in {@code of}, a list of {@code by}. */
    void explain(ModelEntry by, UserList of, Row row) {
        why.ask(_ -> {
            Optional<Reasons> reasons = row.fallback() == Fallback.NONE ? lists.why(by.name(), of.user(), row.item().id()) : Optional.empty();
            return new Why.OfRow(by, of, row, reasons.map(Reasons::additive).orElse(false), reasons.map(Reasons::all).orElse(List.of()), reasons.isPresent() && lists.encoded(by.name()));
        }, reason::set, cause -> reason.set(new Why.Failed(cause)));
    }

    /** Reads which words of a row's title matter, and hands them over unless another row was chosen meanwhile. */
    void words(Why.OfRow of, Consumer<List<NearTexts>> then, Consumer<Throwable> failed) {
        words.ask(progress -> lists.nearTexts(of.model().name(), of.list().user(), of.row().item().id(), progress), found -> {
            if (reason.get() == of) then.accept(found);
        }, failed);
    }

    /** Asks who has both items. */
    void explain(ModelEntry by, ItemCard one, SimilarItem other) {
        why.ask(_ -> new Why.OfPair(by, one, other, similarity.common(by.name(), one.id(), other.item().id(), COMMON_USERS)), reason::set,
                cause -> reason.set(new Why.Failed(cause)));
    }
}
