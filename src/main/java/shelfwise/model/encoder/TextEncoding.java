package shelfwise.model.encoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import shelfwise.base.Hashing;
import shelfwise.base.Progress;
import shelfwise.model.Workers;
import shelfwise.pipeline.Context;

/** Finds or makes the vectors of many texts. The encoder is opened only if one is new. */
final class TextEncoding {
    /** So many new texts are kept together: what a run that is cancelled leaves to the next. */
    private static final int PARCEL = 2000;

    private final Context context;
    private final EncoderSource source;
    private final int tokens;
    private int all, known;
    private double seconds;

    TextEncoding(Context context, EncoderSource source, int tokens) {
        this.context = context;
        this.source = source;
        this.tokens = tokens;
    }

    /** A vector for each text. The progress counts the new ones. */
    Map<String, float[]> of(SequencedSet<String> texts, Workers workers) {
        context.progress().at(0, texts.size());
        if (texts.isEmpty()) return Map.of();
        var before = new KnownTexts(context.memo(), new Hashing().add(source.hash()).add(tokens).hex(), source.dimensions());
        Map<String, float[]> vectors = new HashMap<>(before.find(texts));
        List<String> fresh = texts.stream().filter(t -> !vectors.containsKey(t)).toList();
        all = texts.size();
        known = all - fresh.size();
        if (!fresh.isEmpty()) encode(fresh, workers, before, vectors);
        return vectors;
    }

    private void encode(List<String> fresh, Workers workers, KnownTexts before, Map<String, float[]> vectors) {
        try (Encoder encoder = Encoder.open(context.node(), source, tokens, context.progress())) {
            long begun = System.nanoTime();
            for (int from = 0; from < fresh.size(); from += PARCEL) {
                List<String> parcel = fresh.subList(from, Math.min(fresh.size(), from + PARCEL));
                List<float[]> made = parcel(encoder, parcel, workers, moved(from, fresh.size()));
                before.keep(parcel, made);
                for (int k = 0; k < parcel.size(); k++) vectors.put(parcel.get(k), made.get(k));
            }
            seconds = (System.nanoTime() - begun) / 1e9;
        }
    }

    private Progress moved(int from, int total) {
        return (done, _) -> context.progress().at(done < 0 ? -1 : from + done, total);
    }

    private static List<float[]> parcel(Encoder encoder, List<String> texts, Workers workers, Progress progress) {
        float[][] made = new float[texts.size()][];
        workers.each(made.length, 1, progress, encoder::reader, (reader, from, to) -> {
            for (int k = from; k < to; k++) made[k] = reader.vector(texts.get(k));
        });
        return new ArrayList<>(List.of(made));
    }

    /** For people: which encoder, how many texts were new, and how fast those were made. */
    Map<String, String> told() {
        var told = new HashMap<>(Map.of("encoder", source.title(), "texts", Integer.toString(all), "known", Integer.toString(known)));
        if (seconds > 0) told.put("rate", Long.toString(Math.round((all - known) / seconds)));
        return told;
    }
}
