package shelfwise.app.search;

import java.util.Arrays;
import java.util.Locale;
import shelfwise.base.Problem;

/** How a search chooses the settings to try. */
public enum SearchMethod {
    /** Evenly over the space, whatever came before: Bergstra, Bengio 2012, Random search for hyper-parameter optimization. */
    RANDOM,
    /** Where good trials were denser than bad ones: Bergstra, Bardenet, Bengio, Kégl 2011, Algorithms for hyper-parameter optimization. */
    TPE,
    /** Many at little cost, the better third again at three times the cost, and so on: Jamieson, Talwalkar 2016, Non-stochastic best arm identification. */
    HALVING;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws shelfwise.base.ProblemException if {@code word} names none */
    public static SearchMethod of(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> Problem.of("search.no-method", word, Arrays.stream(values()).map(SearchMethod::word).toList()).asException());
    }
}
