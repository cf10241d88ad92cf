package shelfwise.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shelfwise.base.Messages;
import shelfwise.base.Progress;
import shelfwise.data.Split;
import shelfwise.model.FitPopularity;
import shelfwise.model.History;
import shelfwise.model.Recommender;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

/**
 * The popularity that stands beside every evaluation, since a model that does not beat it is not worth its trouble. It has a name that no
 * node can have, so that it is told apart from linked models: {@code popularity:30}.
 *
 * @param days the last days of the training data that count; 0 for all time
 */
public record Yardstick(int days) {
    private static final String PREFIX = "popularity:";
    /** Behind the days may stand the evaluation, see {@link Evaluations}. */
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)( \\(.+\\))?");

    /** The yardstick that a row's model is; empty for a linked model. */
    public static Optional<Yardstick> of(String model) {
        Matcher name = NAME.matcher(model);
        return name.matches() ? Optional.of(new Yardstick(Integer.parseInt(name.group(1)))) : Optional.empty();
    }

    /** A row's model in words: a linked one by its own name, the yardstick by what it is. */
    public static String name(String model, Messages messages) {
        return of(model).map(y -> (y.days() == 0 ? messages.text("evaluate.yardstick") : messages.text("evaluate.yardstick.days", y.days())) + model.substring(y.model().length()))
                .orElse(model);
    }

    public String model() {
        return PREFIX + days;
    }

    /** Days count only where there is time. */
    static Yardstick of(Split split, int days) {
        return new Yardstick(split.train().timed() ? days : 0);
    }

    /** The model to be judged beside {@code linked}; empty if one of them is just that, or there is nothing to count. */
    Optional<Recommender> beside(List<Recommender> linked, Split split, Progress progress) {
        if (split.train().size() == 0) return Optional.empty();
        var context = new Context(progress, (asset, _) -> {
            throw new IllegalArgumentException(asset);
        }, model());
        var operator = new FitPopularity();
        Recommender made = operator.run(new FitPopularity.Setup(days, FitPopularity.Counting.USERS), Values.of("split", split), context).one("model", Recommender.class);
        return linked.stream().anyMatch(m -> m.operator().equals(operator.id()) && same(m, made)) ? Optional.empty() : Optional.of(made);
    }

    private static boolean same(Recommender a, Recommender b) {
        return java.util.Arrays.equals(scores(a), scores(b));
    }

    private static float[] scores(Recommender of) {
        float[] scores = new float[of.items().size()];
        of.score(new History(new int[0], new float[0]), scores);
        return scores;
    }
}
