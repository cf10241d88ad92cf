package shelfwise.model.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What is told of a training. */
final class Told {
    private Told() { }

    static Map<String, String> of(Corpus corpus, double loss) {
        var told = new HashMap<>(Map.of("words", Long.toString(IntStream.of(corpus.counts()).filter(c -> c > 0).count())));
        if (!Double.isNaN(loss)) told.put("loss", String.format(Locale.ROOT, "%.4f", loss));
        return told;
    }
}
