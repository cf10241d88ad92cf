package shelfwise.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import shelfwise.base.Messages;
import shelfwise.base.Problem;
import shelfwise.base.Progress;
import shelfwise.data.Interactions;
import shelfwise.model.Attentive;
import shelfwise.model.Evidence;
import shelfwise.model.History;
import shelfwise.model.InterestTeller;
import shelfwise.model.Recommendations;
import shelfwise.model.Recommender;
import shelfwise.model.encoder.OwnEncoders;
import shelfwise.model.encoder.TellingWords;
import shelfwise.model.vectors.Encoded;

/** Recommendation lists of users and items, with the reasons behind each row. */
public final class ListService {
    /**
     * One row of a list.
     *
     * @param reasons why the row is there; empty if it was not asked for or popularity put it there
     */
    public record Row(int rank, ItemCard item, float score, Recommendations.Fallback fallback, Optional<Reasons> reasons) { }

    /**
     * Why a row is there.
     *
     * @param additive whether the contributions add up to the score
     * @param all      largest first
     */
    public record Reasons(boolean additive, List<Reason> all) {
        public Reasons {
            all = List.copyOf(all);
        }
    }

    /**
     * One part of the evidence, with what its number means.
     *
     * @param id    of the history item, or of the other customer
     * @param title  of the item; empty where there is none, and for all others
     * @param behind of one of several models, the first of its own reasons; empty for all others
     */
    public record Reason(String id, String title, Evidence.Part part, List<Reason> behind) {
        public Reason {
            behind = List.copyOf(behind);
        }

        /** The title, or the id where there is none; what is neither item nor customer is told in words. */
        public String label(Messages messages) {
            List<String> words = part.words();
            if (words.isEmpty()) return title.isEmpty() ? id : title;
            return messages.text(words.getFirst(), words.subList(1, words.size()).toArray());
        }

        /** Whether it is another customer. */
        public boolean user() {
            return part.kind() == Evidence.Kind.USER;
        }
    }

    /** @param time milliseconds since 1970 UTC; meaningless unless {@code timed} */
    public record PastEvent(ItemCard item, long time, boolean timed, float weight) { }

    /**
     * One of a user's interests.
     *
     * @param number of the interest in the model, as in the evidence
     * @param name   its telling categories and words
     * @param weight its share of all interests of the user, 0 to 1
     * @param items  of the history behind it, those that count most first
     */
    public record UserInterest(int number, List<String> name, double weight, List<ItemCard> items) { }

    /**
     * How much a network looked at one event when it read the history.
     *
     * @param ago    which event, from 1, the latest
     * @param weight its part of the whole attention, 0 to 1
     */
    public record Looked(ItemCard item, int ago, double weight) { }

    /**
     * @param known     whether the model was trained with this user
     * @param history   latest event first
     * @param interests largest first; empty unless the model knows of interests
     * @param attention where the network looked in the history, the same for every row, latest event first; empty unless the model tells it
     */
    public record UserList(String model, String user, boolean known, List<PastEvent> history, List<Row> rows, List<UserInterest> interests, List<Looked> attention) {
        public UserList {
            history = List.copyOf(history);
            rows = List.copyOf(rows);
            interests = List.copyOf(interests);
            attention = List.copyOf(attention);
        }
    }

    /** @param support customers in common; -1 where the model counts none */
    public record SimilarItem(int rank, ItemCard item, float similarity, int support) { }

    /** Reasons told of each model inside a model. */
    private static final int BEHIND = 3;
    private final ModelService models;
    private final OwnEncoders encoders;

    ListService(ModelService models, OwnEncoders encoders) {
        this.models = models;
        this.encoders = encoders;
    }

    /** Users of the model whose id holds {@code part} (whatever the case), at most {@code most}. */
    public List<String> users(String model, String part, int most) {
        var ids = models.load(model).model.users();
        String words = part.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, ids.size()).mapToObj(ids::id).filter(id -> id.toLowerCase(Locale.ROOT).contains(words)).limit(most).toList();
    }

    /** The user {@code step} places after {@code user} in the model's order, going round at the end; the first where the model does not know the user. Empty if it has no users. */
    public Optional<String> beside(String model, String user, int step) {
        var ids = models.load(model).model.users();
        if (ids.size() == 0) return Optional.empty();
        int number = ids.number(user);
        return Optional.of(ids.id(number < 0 ? 0 : Math.floorMod(number + step, ids.size())));
    }

    /** Users of the model, by {@link #beside}'s order. */
    public int userCount(String model) {
        return models.load(model).model.users().size();
    }

    /** Items whose id or title holds {@code part}, the most popular first, at most {@code most}. */
    public List<ItemCard> items(String model, String part, int most) {
        LoadedModel loaded = models.load(model);
        String words = part.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, loaded.model.items().size()).filter(i -> loaded.matches(i, words)).boxed()
                .sorted((a, b) -> Integer.compare(loaded.popularity.users()[b], loaded.popularity.users()[a])).limit(most).map(loaded::card).toList();
    }

    /**
     * The list of a user; for one the model does not know, popular items, each labelled so.
     *
     * @param why whether the evidence of each row is wanted
     */
    public UserList forUser(String model, String user, int n, boolean excludeSeen, boolean why) {
        LoadedModel loaded = models.load(model);
        int number = loaded.model.users().number(user);
        History history = number < 0 ? new History(new int[0], new float[0]) : loaded.history(number);
        var rows = new ArrayList<Row>();
        for (Recommendations.Row row : loaded.recommendations.forUser(user, n, excludeSeen)) {
            boolean explained = why && row.fallback() == Recommendations.Fallback.NONE;
            rows.add(new Row(rows.size() + 1, loaded.card(row.item()), row.score(), row.fallback(),
                    explained ? Optional.of(reasons(loaded, history, row.item())) : Optional.empty()));
        }
        return new UserList(model, user, number >= 0, number < 0 ? List.of() : past(loaded, number), rows, interests(loaded, history), attention(loaded, history));
    }

    private static List<UserInterest> interests(LoadedModel loaded, History history) {
        return teller(loaded.model).stream().flatMap(t -> t.interests(history).stream())
                .map(i -> new UserInterest(i.number(), i.name(), i.weight(), i.items().stream().map(loaded::card).toList())).toList();
    }

    private static List<Looked> attention(LoadedModel loaded, History history) {
        return attention(loaded.model, history).reversed().stream().map(a -> new Looked(loaded.card(a.item()), history.item().length - a.event(), a.weight())).toList();
    }

    /** Of the model, or of the first inside it that tells any. */
    private static List<Attentive.Attended> attention(Recommender model, History history) {
        if (model instanceof Attentive attentive) return attentive.attention(history);
        return model.components().stream().map(c -> attention(c, history)).filter(a -> !a.isEmpty()).findFirst().orElse(List.of());
    }

    /** The model, or the first inside it, that knows of interests. */
    private static Optional<InterestTeller> teller(Recommender model) {
        if (model instanceof InterestTeller teller) return Optional.of(teller);
        return model.components().stream().flatMap(c -> teller(c).stream()).findFirst();
    }

    /** Why {@code item} has its place in the list of {@code user}; empty for a user the model does not know. */
    public Optional<Reasons> why(String model, String user, String item) {
        LoadedModel loaded = models.load(model);
        int number = loaded.model.users().number(user);
        return number < 0 ? Optional.empty() : Optional.of(reasons(loaded, loaded.history(number), itemNumber(loaded, item)));
    }

    /** Whether {@link #nearTexts} has something to tell. */
    public boolean encoded(String model) {
        return encoder(models.load(model).model).isPresent();
    }

    private static Optional<String> encoder(Recommender model) {
        return model instanceof Encoded encoded ? encoded.encoder() : Optional.empty();
    }

    /**
     * For a model of text vectors: the titles of the history that speak most for {@code item}, and the words of its title that make it near to
     * them. Titles alone are read, whatever the vectors were made of. Cost: opening the encoder, and one reading for each word.
     *
     * @return the strongest first, three at most; none where there are no titles, or for another model
     */
    public List<NearTexts> nearTexts(String model, String user, String item, Progress progress) {
        LoadedModel loaded = models.load(model);
        Optional<String> encoder = encoder(loaded.model);
        int number = loaded.model.users().number(user);
        ItemCard asked = loaded.card(itemNumber(loaded, item));
        if (encoder.isEmpty() || number < 0 || asked.title().isBlank()) return List.of();
        List<ItemCard> near = loaded.model.evidence(loaded.history(number), asked.number()).parts().stream().filter(p -> p.kind() == Evidence.Kind.ITEM)
                .map(p -> loaded.card(p.number())).filter(c -> !c.title().isBlank()).limit(NearTexts.MOST).toList();
        if (near.isEmpty()) return List.of();
        List<TellingWords.Nearness> words = TellingWords.of(encoder.get(), encoders, asked.title(), near.stream().map(ItemCard::title).toList(), progress);
        return IntStream.range(0, near.size()).mapToObj(k -> new NearTexts(near.get(k), words.get(k))).toList();
    }

    private static Reasons reasons(LoadedModel loaded, History history, int item) {
        Evidence evidence = loaded.model.evidence(history, item);
        return new Reasons(evidence.additive(), evidence.parts().stream().map(p -> {
            if (p.kind() != Evidence.Kind.MODEL) return reason(loaded, p, List.of());
            Evidence inside = loaded.model.components().get(p.number()).evidence(history, item);
            return reason(loaded, p, inside.parts().stream().filter(q -> q.share() > 0).limit(BEHIND).map(q -> reason(loaded, q, List.of())).toList());
        }).toList());
    }

    private static Reason reason(LoadedModel loaded, Evidence.Part part, List<Reason> behind) {
        return switch (part.kind()) {
            case ITEM -> new Reason(loaded.model.items().id(part.number()), loaded.card(part.number()).title(), part, behind);
            case USER -> new Reason(loaded.model.users().id(part.number()), "", part, behind);
            case MODEL, FEATURE, INTEREST, CUSTOMER, RULE -> new Reason(String.join(" ", part.terms()), "", part, behind);
        };
    }

    /** The card of an item by its id; empty if the model does not know it. */
    public Optional<ItemCard> find(String model, String item) {
        LoadedModel loaded = models.load(model);
        int number = loaded.model.items().number(item);
        return number < 0 ? Optional.empty() : Optional.of(loaded.card(number));
    }

    /** @throws shelfwise.base.ProblemException if the model does not know the item */
    public List<SimilarItem> similar(String model, String item, int n) {
        LoadedModel loaded = models.load(model);
        var rows = new ArrayList<SimilarItem>();
        for (var neighbour : loaded.model.similar(itemNumber(loaded, item), n)) {
            rows.add(new SimilarItem(rows.size() + 1, loaded.card(neighbour.number()), neighbour.similarity(), neighbour.support()));
        }
        return rows;
    }

    /** @throws shelfwise.base.ProblemException if the model does not know the item */
    static int itemNumber(LoadedModel loaded, String item) {
        int number = loaded.model.items().number(item);
        if (number < 0) throw Problem.of("app.no-item", item, loaded.ref.name()).asException();
        return number;
    }

    private static List<PastEvent> past(LoadedModel loaded, int user) {
        Interactions all = loaded.model.training();
        var events = new ArrayList<PastEvent>();
        for (int k = loaded.histories.start()[user + 1] - 1; k >= loaded.histories.start()[user]; k--) {
            int e = loaded.histories.event()[k];
            events.add(new PastEvent(loaded.card(all.item()[e]), all.time()[e], all.timed(), all.weight()[e]));
        }
        return events;
    }
}
