package shelfwise.ui.pipelines;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import shelfwise.app.PipelineService;
import shelfwise.app.template.Choices;
import shelfwise.app.template.Need;
import shelfwise.app.template.Offer;
import shelfwise.app.template.Slot;
import shelfwise.app.template.Source;
import shelfwise.app.template.Template;
import shelfwise.app.template.TemplateService;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.data.Cells;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.LongCells;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.pipeline.Pipeline;
import shelfwise.store.Assets;
import shelfwise.ui.JobBoard;
import shelfwise.ui.Latest;

/** Making a pipeline of a template: which one, of which assets, with which columns. On the UI thread. */
final class TemplateViewModel {
    /** A value of a column: a moment as such, for the window to write in its language, anything else as text. */
    sealed interface Value {
        record Moment(long millis) implements Value { }

        record Text(String text) implements Value { }
    }

    /** A table that was chosen, with a few values of each column. */
    record Sampled(String asset, Schema schema, Map<String, List<Value>> values) { }

    private record Known(List<Offer> offers, List<String> assets, List<String> taken) { }

    private record Guessed(Choices choices, Map<Source, Sampled> tables) { }

    private static final int LOOKED_AT = 40, VALUES = 3, LONGEST = 24;
    private final TemplateService templates;
    private final PipelineService pipelines;
    private final Assets assets;
    private final Latest reading, making;
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Offer> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Choices> choices = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Throwable> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(), busy = new ReadOnlyBooleanWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private Map<Source, Sampled> tables = Map.of();
    private List<String> taken = List.of();

    TemplateViewModel(TemplateService templates, PipelineService pipelines, Assets assets, JobBoard jobs) {
        this.templates = templates;
        this.pipelines = pipelines;
        this.assets = assets;
        reading = new Latest(jobs);
        making = new Latest(jobs);
    }

    /**
     * Looks again what there is.
     *
     * @param asset to begin with; empty for the best there is
     * @param first the template to begin with; empty for the first that the data suffice for
     */
    void load(String asset, String first) {
        loading.set(true);
        problem.set(null);
        reading.ask(_ -> known(asset), known -> {
            loading.set(false);
            names.setAll(known.assets());
            taken = known.taken();
            offers.setAll(known.offers());
            chosen.set(null);
            offers.stream().filter(o -> o.template().name().equals(first)).findFirst().or(() -> offers.stream().filter(Offer::ready).findFirst())
                    .or(() -> offers.stream().findFirst()).ifPresent(this::choose);
        }, this::failed);
    }

    private Known known(String asset) {
        return new Known(templates.offers(asset), assets.list().stream().map(a -> a.name()).toList(), pipelines.names());
    }

    private void failed(Throwable cause) {
        loading.set(false);
        busy.set(false);
        problem.set(cause);
    }

    void choose(Offer offer) {
        if (offer.equals(chosen.get())) return;
        chosen.set(offer);
        name.set(free(offer.template().name(), taken));
        guess(offer.template(), offer.guess().assets());
    }

    /** A name that is not taken: {@code wanted}, or that with a number. */
    static String free(String wanted, List<String> taken) {
        String free = wanted;
        for (int n = 2; taken.contains(free); n++) free = wanted + "-" + n;
        return free;
    }

    /** Takes another table; its columns are guessed again. @param asset empty for the catalogue: the events' own table */
    void setAsset(Source source, String asset) {
        Choices now = choices.get();
        Offer offer = chosen.get();
        if (now == null || offer == null || now.asset(source).orElse("").equals(asset)) return;
        var changed = new EnumMap<Source, String>(Source.class);
        changed.putAll(now.assets());
        if (asset.isEmpty()) changed.remove(source);
        else changed.put(source, asset);
        guess(offer.template(), changed);
    }

    private void guess(Template template, Map<Source, String> wanted) {
        problem.set(null);
        busy.set(true);
        reading.ask(_ -> {
            Choices guessed = templates.guess(template, wanted);
            var read = new EnumMap<Source, Sampled>(Source.class);
            guessed.assets().forEach((source, asset) -> read.put(source, sampled(asset)));
            return new Guessed(guessed, read);
        }, guessed -> {
            busy.set(false);
            tables = guessed.tables();
            choices.set(guessed.choices());
        }, this::failed);
    }

    private Sampled sampled(String asset) {
        Table table = assets.read(asset, 0), head = table.slice(0, Math.min(LOOKED_AT, table.rows()));
        var values = new LinkedHashMap<String, LinkedHashSet<Value>>();
        head.scan(chunk -> {
            for (int c = 0; c < table.schema().size(); c++) {
                Field field = table.schema().field(c);
                Cells cells = chunk.columns().get(c);
                var some = values.computeIfAbsent(field.name(), _ -> new LinkedHashSet<>());
                for (int i = 0; i < chunk.rows() && some.size() < VALUES; i++) if (!cells.missing(i)) value(cells, i, field).ifPresent(some::add);
            }
        });
        var told = new LinkedHashMap<String, List<Value>>();
        values.forEach((column, some) -> told.put(column, List.copyOf(some)));
        return new Sampled(asset, table.schema(), told);
    }

    private static Optional<Value> value(Cells cells, int row, Field field) {
        if (field.type() == ColumnType.TIME && cells instanceof LongCells times) return Optional.of(new Value.Moment(times.values()[row]));
        String text = cells.text(row, field.type()).strip();
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(new Value.Text(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text));
    }

    /** The table that a slot's columns are of. */
    Optional<Sampled> table(Slot slot) {
        Choices now = choices.get();
        return Optional.ofNullable(tables.get(now != null && now.ownCatalogue() ? slot.source() : Source.EVENTS));
    }

    /** The columns that may fill a slot. */
    List<String> columns(Slot slot) {
        return table(slot).map(t -> t.schema().fields().stream().filter(slot::takes).map(Field::name).toList()).orElse(List.of());
    }

    void setColumns(Slot slot, List<String> columns) {
        Choices now = choices.get();
        if (now == null || now.columns(slot).equals(columns)) return;
        problem.set(null);
        choices.set(now.with(slot, columns));
    }

    /** What is still missing; none if a pipeline can be made. */
    List<Need> unmet() {
        Offer offer = chosen.get();
        Choices now = choices.get();
        return offer == null || now == null ? List.of() : now.asset(Source.EVENTS).isEmpty() ? offer.template().needs() : offer.template().unmet(now);
    }

    /** Makes the pipeline and writes it into the project. @param done gets it */
    void create(Messages messages, Consumer<Pipeline> done) {
        Offer offer = chosen.get();
        Choices now = choices.get();
        if (offer == null || now == null || busy.get()) return;
        Choices named = now.withName(name.get().strip());
        problem.set(null);
        busy.set(true);
        making.ask(_ -> {
            if (pipelines.names().contains(named.name())) throw Problem.of("template.name-taken", named.name()).asException();
            Pipeline made = templates.fill(offer.template(), named, messages);
            pipelines.write(made);
            return made;
        }, made -> {
            busy.set(false);
            done.accept(made);
        }, this::failed);
    }

    /** How a template looks, for a small picture. */
    Pipeline sketch(Template template, Messages messages) {
        return templates.sketch(template, messages);
    }

    ObservableList<Offer> offers() {
        return offers;
    }

    /** The assets of the project. */
    ObservableList<String> assets() {
        return names;
    }

    ReadOnlyObjectProperty<@Nullable Offer> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Throwable> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    StringProperty name() {
        return name;
    }
}
