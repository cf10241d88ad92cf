package shelfwise.app.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shelfwise.base.Messages;
import shelfwise.base.Named;
import shelfwise.base.Problem;
import shelfwise.data.AssetKind;
import shelfwise.data.Field;
import shelfwise.data.Schema;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;
import shelfwise.store.Assets;

/** The templates there are, and pipelines made of them. For several threads. */
public final class TemplateService {
    private final Assets assets;
    private final OperatorCatalogue operators;
    private final TemplateFiles files = new TemplateFiles();

    public TemplateService(Assets assets, OperatorCatalogue operators) {
        this.assets = assets;
        this.operators = operators;
    }

    /** All templates, the most asked for first. */
    public static List<Template> all() {
        var files = new TemplateFiles();
        return TemplateFiles.NAMES.stream().map(files::template).toList();
    }

    /** @throws shelfwise.base.ProblemException if there is none of this name, naming those there are */
    public static Template find(String name) {
        return all().stream().filter(t -> t.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.of("template.unknown", name, TemplateFiles.NAMES).asException());
    }

    /** What the template would be filled with from the assets of the project, as far as they go. */
    public Choices guess(Template template) {
        var guess = new Guess(template, assets.list());
        Map<Source, String> tables = guess.tables();
        return new Choices(template.name(), tables, guess.columns(tables));
    }

    /**
     * All templates with what they would be filled with.
     *
     * @param asset to begin with; empty for the best there is
     * @throws shelfwise.base.ProblemException if there is no such asset
     */
    public List<Offer> offers(String asset) {
        return all().stream().map(t -> offer(t, asset.isEmpty() ? guess(t) : guess(t, beginning(asset, guess(t))))).toList();
    }

    private static Offer offer(Template template, Choices guess) {
        return new Offer(template, guess, guess.asset(Source.EVENTS).isEmpty() ? template.needs() : template.unmet(guess));
    }

    /** A catalogue stands beside the best events there are, any other table is the events; the other table stays as guessed. */
    private Map<Source, String> beginning(String asset, Choices guess) {
        var tables = new EnumMap<Source, String>(Source.class);
        if (guess.ownCatalogue()) guess.asset(Source.CATALOGUE).ifPresent(c -> tables.put(Source.CATALOGUE, c));
        Optional<String> events = guess.asset(Source.EVENTS).filter(e -> !e.equals(asset));
        if (events.isPresent() && assets.list().stream().anyMatch(a -> a.name().equals(asset) && a.kind() == AssetKind.CATALOGUE)) {
            tables.put(Source.EVENTS, events.get());
            tables.put(Source.CATALOGUE, asset);
        } else tables.put(Source.EVENTS, asset);
        return tables;
    }

    /** The same with these assets; the columns are guessed again. @throws shelfwise.base.ProblemException if there is no such asset */
    public Choices guess(Template template, Map<Source, String> tables) {
        tables.values().forEach(name -> assets.version(name, 0));
        return new Choices(template.name(), tables, new Guess(template, assets.list()).columns(tables));
    }

    /** The columns of the chosen tables. @throws shelfwise.base.ProblemException if there is no such asset */
    public Map<Source, Schema> schemas(Choices choices) {
        var found = new EnumMap<Source, Schema>(Source.class);
        choices.assets().forEach((source, name) -> found.put(source, assets.version(name, 0).schema()));
        return found;
    }

    /**
     * A pipeline that is ready to run, with notes in the language of {@code messages} that explain its parts. Nothing is kept.
     *
     * @throws shelfwise.base.ProblemException if a table or a needed column is missing, a column is not there, can't be used so or stands for two things
     */
    public Pipeline fill(Template template, Choices choices, Messages messages) {
        Map<Source, Schema> schemas = schemas(choices);
        check(template, choices, schemas, messages);
        return new Making(files, operators, messages).make(template, choices, schemas);
    }

    /** How the template looks with all its slots filled, for a small picture of it. */
    public Pipeline sketch(Template template, Messages messages) {
        Map<Slot, List<String>> columns = template.slots().stream().collect(Collectors.toMap(s -> s, s -> List.of(s.role().word())));
        return new Making(files, operators, messages).make(template, new Choices(template.name(), Map.of(Source.EVENTS, "events"), columns), Map.of());
    }

    private static void check(Template template, Choices choices, Map<Source, Schema> schemas, Messages messages) {
        if (choices.asset(Source.EVENTS).isEmpty()) throw Problem.of("template.no-events", template.name()).asException();
        choices.columns().forEach((slot, names) -> {
            Source source = choices.ownCatalogue() ? slot.source() : Source.EVENTS;
            Schema schema = schemas.get(source);
            if (schema == null) throw Problem.of("template.no-table", slot.word()).asException();
            for (String name : names) check(slot, schema.field(schema.index(name)));
        });
        List<Need> unmet = template.unmet(choices);
        if (!unmet.isEmpty()) throw Problem.of("template.unmet", template.name(), told(unmet.getFirst(), messages)).asException();
        Optional<String> twice = choices.twice().stream().findFirst();
        if (twice.isPresent()) throw Problem.of("template.twice", twice.get()).asException();
    }

    private static void check(Slot slot, Field field) {
        if (!slot.takes(field)) throw Problem.of("template.wrong-type", field.name(), (Named) slot.role(), field.type()).asException();
    }

    /** All that is missing, such as "Price; Title or Description". */
    public static String told(List<Need> needs, Messages messages) {
        return needs.stream().map(n -> told(n, messages)).collect(Collectors.joining(messages.text("ui.semicolon")));
    }

    /** Such as "Title or Description". */
    public static String told(Need need, Messages messages) {
        return need.anyOf().stream().map(s -> messages.text(s.role().nameKey())).distinct().collect(Collectors.joining(messages.text("template.or")));
    }
}
