package shelfwise.model.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import shelfwise.data.Catalogue;
import shelfwise.data.Ids;
import shelfwise.data.Vectors;
import shelfwise.model.Workers;
import shelfwise.model.content.Texts;
import shelfwise.pipeline.Between;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Picks;
import shelfwise.pipeline.Settings;
import shelfwise.pipeline.Values;

/**
 * Makes a vector of each item's texts with a sentence encoder, so that items of like meaning have like vectors, whatever words they use.
 * The same text has the same vector in every run; see {@link Encoder}.
 */
public final class EncodeTexts extends EncodeCatalogue<EncodeTexts.Setup> {
    private static final int LONGEST = 1024;

    /** DETECT: by the letters of all texts together, see {@link Script}. OWN: one that the analyst added to the project. */
    public enum Choice { DETECT, ENGLISH, CHINESE, OWN }

    /**
     * @param encoder     which one reads the texts
     * @param own         with OWN: its name
     * @param tokens      words and parts of words of a text that are read, at most
     * @param title       whether title columns are read; so description and category, one after the other
     */
    public record Setup(Choice encoder, @Picks(Picks.What.ENCODER) String own, @Between(min = 8, max = 512) int tokens, boolean title, boolean description, boolean category) {
        public Setup {
            Settings.check(Setup.class, encoder, own, tokens, title, description, category);
        }
    }

    public EncodeTexts() {
        super(LONGEST);
    }

    @Override public String id() {
        return "vectors.encoder";
    }

    @Override public int version() {
        return 1;
    }

    @Override public Setup defaults() {
        return new Setup(Choice.DETECT, "", 128, true, true, false);
    }

    /** The encoder that was added, as its card tells. */
    @Override public String fingerprint(Setup settings, Context context) {
        return settings.encoder() == Choice.OWN ? own(settings, context).card() : "";
    }

    @Override public Values run(Setup settings, Values in, Context context) {
        Catalogue catalogue = in.one("catalogue", Catalogue.class);
        String[] words = Texts.of(catalogue.items(), catalogue, new Texts.Choice(settings.title(), settings.description(), settings.category(), false, 0)).words();
        var ids = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            String text = words[i].strip();
            if (text.isEmpty()) continue;
            ids.add(catalogue.items().id(i));
            texts.add(text);
        }
        if (texts.isEmpty() && words.length > 0) throw Problem.of("encoder.no-texts", context.node()).asException();
        return Values.of("vectors", vectors(ids, texts, settings, context));
    }

    private static Vectors vectors(List<String> ids, List<String> texts, Setup settings, Context context) {
        EncoderSource source = source(settings, texts, context);
        var encoding = new TextEncoding(context, source, settings.tokens());
        Map<String, float[]> found = encoding.of(new LinkedHashSet<>(texts), Workers.all());
        float[] values = new float[Math.multiplyExact(ids.size(), source.dimensions())];
        for (int i = 0; i < texts.size(); i++) System.arraycopy(found.get(texts.get(i)), 0, values, i * source.dimensions(), source.dimensions());
        return new Vectors(new Ids(ids), source.dimensions(), values, encoding.told());
    }

    private static EncoderSource source(Setup settings, List<String> texts, Context context) {
        return switch (settings.encoder()) {
            case DETECT -> Script.of(texts);
            case ENGLISH -> Bundled.ENGLISH;
            case CHINESE -> Bundled.CHINESE;
            case OWN -> own(settings, context);
        };
    }

    private static OwnEncoder own(Setup settings, Context context) {
        Path project = context.assets().folder().orElseThrow(() -> Problem.of("encoder.no-project", context.node()).asException());
        if (settings.own().isBlank()) throw Problem.of("encoder.none-chosen", context.node()).asException();
        return new OwnEncoders(project).find(settings.own(), OwnEncoder.Reads.TEXTS);
    }
}
