package shelfwise.app.look;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Bundle;
import shelfwise.data.Catalogue;
import shelfwise.data.Interactions;
import shelfwise.data.LearningCurve;
import shelfwise.data.Role;
import shelfwise.data.Table;
import shelfwise.inspect.Measure;
import shelfwise.inspect.Popularity;
import shelfwise.inspect.Seriation;
import shelfwise.inspect.Similarities;
import shelfwise.inspect.SimilarityMatrix;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.PortType;
import shelfwise.profile.Profile;
import shelfwise.profile.Profiler;
import shelfwise.store.ArtefactStore;
import shelfwise.store.RunInfo;
import shelfwise.store.Runs;

/**
 * Looks at what steps made. What was looked at last stays in memory under its key, so that a second look costs nothing. For several
 * threads; every call may read the store.
 */
public final class LookService {
    /** Values of a vector that are shown. */
    public static final int FIRST_VALUES = 64;
    /** Rows of the similarity matrix. */
    public static final int MATRIX = 60;
    private static final int FACTS = 500, CONTENTS = 24, MODELS = 2, PROFILES = 24, TITLES = 4, EARLIER = 8;

    /** @param support customers in common; -1 where the model counts none */
    public record Similar(PortContent.Titled item, double similarity, int support) { }

    /** The items that most customers have, like beside like. */
    public record Likeness(SimilarityMatrix matrix, List<PortContent.Titled> items) {
        public Likeness {
            items = List.copyOf(items);
        }
    }

    /** One part of the evidence of a row. @param who the item or customer; the words of all others */
    public record Reason(PortContent.Titled who, Evidence.Part part) {
        public String label(Messages messages) {
            List<String> words = part.words();
            return words.isEmpty() ? who.title() : messages.text(words.getFirst(), words.subList(1, words.size()).toArray());
        }
    }

    private final ArtefactStore artefacts;
    private final Runs runs;
    private final OperatorCatalogue operators;
    private final Profiler profiler;
    private final Map<String, PortFacts> facts = latest(FACTS);
    private final Map<String, PortContent> contents = latest(CONTENTS);
    private final Map<String, Recommender> models = latest(MODELS);
    private final Map<String, Profile> profiles = latest(PROFILES);
    private final Map<String, Map<String, String>> titles = latest(TITLES);

    /** @param clock tells which times lie in the future */
    public LookService(ArtefactStore artefacts, Runs runs, OperatorCatalogue operators, InstantSource clock) {
        this.artefacts = artefacts;
        this.runs = runs;
        this.operators = operators;
        profiler = new Profiler(clock);
    }

    private static <V> Map<String, V> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What it holds; empty if the store keeps it no longer. */
    public Optional<PortFacts> facts(Product of) {
        return known(facts, of.key(), () -> kept(of).map(b -> whole(of, () -> Facts.of(of, b))));
    }

    /**
     * Enough of it to be drawn; empty if the store keeps it no longer.
     *
     * @param catalogue where titles are found; products go by their ids without one
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Optional<PortContent> content(Product of, Optional<Product> catalogue, Progress progress) {
        String key = of.key() + " " + catalogue.map(Product::key).orElse("");
        return known(contents, key, () -> kept(of).map(b -> whole(of, () -> new Contents(of, b, titles(catalogue), progress).read())));
    }

    /** How a model got better while it was trained; without points where it learned at one go or is kept no longer. Cost: reads the curve alone. */
    public LearningCurve curve(Product model) {
        return kept(model).map(b -> whole(model, () -> LearningCurve.of(b))).orElse(LearningCurve.NONE);
    }

    /** What earlier runs of {@code pipeline} made at the step of {@code model}, at most 8, the latest run first. Cost: reads the runs, not the models. */
    public List<EarlierTraining> earlierTrainings(String pipeline, Product model, Progress progress) {
        return new EarlierTrainings(artefacts, runs, operators).of(pipeline, model, EARLIER, progress);
    }

    /** The statistics of a table that a step made. @throws java.util.concurrent.CancellationException if cancelled */
    public Profile profile(Table table, Progress progress) {
        return known(profiles, table.hash(), () -> Optional.of(profiler.profile(table, progress))).orElseThrow();
    }

    /** What the latest run of {@code pipeline} that came so far left at this port, be it of other settings. */
    public Optional<Product> earlier(String pipeline, String node, String port, PortType type) {
        for (RunInfo run : runs.list()) {
            if (!run.pipeline().equals(pipeline)) continue;
            String operator = run.nodes().stream().filter(n -> n.node().equals(node)).map(n -> n.operator()).findFirst().orElse("");
            boolean same = operators.find(operator).stream().flatMap(o -> o.outputs().stream()).anyMatch(p -> p.name().equals(port) && p.type() == type);
            if (!same) continue;
            Optional<Product> found = runs.outputs(run.id()).stream().filter(o -> o.node().equals(node) && o.port().equals(port)).findFirst()
                    .map(o -> new Product(node, port, type, operator, o.key()));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The items most like one in the model's own sense; none if it knows no such item or is kept no longer. */
    public List<Similar> similar(Product model, Optional<Product> catalogue, String item, int n) {
        Optional<Recommender> found = model(model);
        int number = found.map(m -> m.items().number(item)).orElse(-1);
        if (number < 0) return List.of();
        Map<String, String> named = titles(catalogue);
        Recommender m = found.orElseThrow();
        return m.similar(number, n).stream().map(s -> new Similar(titled(m.items().id(s.number()), named), s.similarity(), s.support())).toList();
    }

    /** How alike the most popular items of a model's training data are, by who has them; empty if it is kept no longer. */
    public Optional<Likeness> likeness(Product model, Optional<Product> catalogue, Progress progress) {
        return kept(model).map(b -> {
            Interactions training = whole(model, () -> Interactions.of(b));
            var matrix = training.matrix();
            int[] users = Popularity.of(matrix).users();
            int[] popular = IntStream.range(0, users.length).boxed().sorted((x, y) -> Integer.compare(users[y], users[x])).limit(MATRIX).mapToInt(Integer::intValue).toArray();
            SimilarityMatrix found = Similarities.ofItems(matrix).matrix(popular, Measure.COSINE, 0, progress);
            SimilarityMatrix ordered = found.reorder(Seriation.of(found).order());
            Map<String, String> named = titles(catalogue);
            return new Likeness(ordered, Arrays.stream(ordered.number()).mapToObj(i -> titled(training.items().id(i), named)).toList());
        });
    }

    /** Why a model puts {@code item} into the list of {@code user}, largest first; empty if it knows either not, or is kept no longer. */
    public List<Reason> why(Product model, Optional<Product> catalogue, String user, String item) {
        Optional<Recommender> found = model(model);
        int u = found.map(m -> m.users().number(user)).orElse(-1), i = found.map(m -> m.items().number(item)).orElse(-1);
        if (u < 0 || i < 0) return List.of();
        Recommender m = found.orElseThrow();
        Map<String, String> named = titles(catalogue);
        Evidence evidence = m.evidence(History.of(m.training(), m.training().histories(), u), i);
        return evidence.parts().stream().map(p -> new Reason(switch (p.kind()) {
            case ITEM -> titled(m.items().id(p.number()), named);
            case USER -> titled(m.users().id(p.number()), Map.of());
            case MODEL, FEATURE, INTEREST, CUSTOMER, RULE -> titled(String.join(" ", p.terms()), Map.of());
        }, p)).toList();
    }

    static PortContent.Titled titled(String id, Map<String, String> titles) {
        return new PortContent.Titled(id, titles.getOrDefault(id, id));
    }

    private Optional<Recommender> model(Product of) {
        return known(models, of.key(), () -> kept(of).map(b -> whole(of, () -> (Recommender) operators.restore(of.operator(), b))));
    }

    private Map<String, String> titles(Optional<Product> catalogue) {
        return catalogue.flatMap(c -> known(titles, c.key(), () -> kept(c).map(b -> whole(c, () -> titles(Catalogue.of(b)))))).orElse(Map.of());
    }

    private static Map<String, String> titles(Catalogue catalogue) {
        String[] all = catalogue.texts(Role.TITLE);
        var named = new java.util.HashMap<String, String>();
        for (int i = 0; i < all.length; i++) if (!all[i].isBlank()) named.put(catalogue.items().id(i), all[i]);
        return named;
    }

    private Optional<Bundle> kept(Product of) {
        return artefacts.find(of.key());
    }

    /** Half of a value, or one of another program, is told as such. */
    private static <T> T whole(Product of, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException e) {
            throw Problem.of("pipeline.broken-artefact", of.node()).asException(e);
        }
    }

    /** Two threads may make the same at once; the second one's is kept. */
    private static <V> Optional<V> known(Map<String, V> kept, String key, Supplier<Optional<V>> make) {
        synchronized (kept) {
            V known = kept.get(key);
            if (known != null) return Optional.of(known);
        }
        Optional<V> made = make.get();
        made.ifPresent(v -> {
            synchronized (kept) {
                kept.put(key, v);
            }
        });
        return made;
    }
}
