package shelfwise.model.encoder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import shelfwise.base.Hashing;
import shelfwise.base.Progress;
import shelfwise.model.Workers;
import shelfwise.pipeline.Context;

/** Finds or makes the vectors of many images, by the hash of their files. The encoder is opened only if one is new. */
final class ImageEncoding {
    /** So many new images are kept together: what a run that is cancelled leaves to the next. */
    private static final int PARCEL = 200;

    /** Raised when an image of the same file becomes other numbers, so that no vector of before is taken. */
    private static final int READ_AS = 2;

    private final Context context;
    private final OwnEncoder source;
    private int all, known, missing, unreadable;
    private double seconds;

    ImageEncoding(Context context, OwnEncoder source) {
        this.context = context;
        this.source = source;
    }

    /** A vector for each path that leads to an image. */
    Map<String, float[]> of(ImageFiles files, List<String> paths, Workers workers) {
        String[] hash = hashes(files, paths, workers);
        SequencedMap<String, String> path = new LinkedHashMap<>();
        for (int k = 0; k < hash.length; k++) if (!hash[k].isEmpty()) path.putIfAbsent(hash[k], paths.get(k));
        var before = new KnownTexts(context.memo(), new Hashing().add("images").add(READ_AS).add(source.hash()).hex(), source.dimensions());
        Map<String, float[]> vectors = new HashMap<>(before.find(path.keySet()));
        List<String> fresh = path.keySet().stream().filter(h -> !vectors.containsKey(h)).toList();
        all = path.size();
        known = all - fresh.size();
        if (!fresh.isEmpty()) encode(files, fresh, path, workers, before, vectors);
        Map<String, float[]> found = new HashMap<>();
        for (int k = 0; k < hash.length; k++) {
            float[] vector = vectors.get(hash[k]);
            if (vector != null) found.put(paths.get(k), vector);
            else if (!hash[k].isEmpty()) unreadable++;
        }
        return found;
    }

    /** Of each path's file; blank where there is none. */
    private String[] hashes(ImageFiles files, List<String> paths, Workers workers) {
        String[] hash = new String[paths.size()];
        boolean[] lost = new boolean[hash.length], broken = new boolean[hash.length];
        workers.each(hash.length, 1, context.progress().part(0, 0.1), () -> hash, (to, from, end) -> {
            for (int k = from; k < end; k++) {
                Optional<Path> file = files.find(paths.get(k));
                Optional<byte[]> bytes = file.flatMap(ImageFiles::bytes);
                lost[k] = file.isEmpty();
                broken[k] = file.isPresent() && bytes.isEmpty();
                to[k] = bytes.map(b -> new Hashing().add(b).hex()).orElse("");
            }
        });
        for (int k = 0; k < hash.length; k++) {
            if (lost[k]) missing++;
            if (broken[k]) unreadable++;
        }
        return hash;
    }

    private void encode(ImageFiles files, List<String> fresh, Map<String, String> path, Workers workers, KnownTexts before, Map<String, float[]> vectors) {
        Progress progress = context.progress().part(0.1, 1);
        try (ImageEncoder encoder = ImageEncoder.open(context.node(), source, context.progress())) {
            long begun = System.nanoTime();
            for (int from = 0; from < fresh.size(); from += PARCEL) {
                List<String> parcel = fresh.subList(from, Math.min(fresh.size(), from + PARCEL));
                float[][] made = new float[parcel.size()][];
                int start = from;
                Progress moved = (done, _) -> progress.at(done < 0 ? -1 : start + done, fresh.size());
                workers.each(made.length, 1, moved, encoder::reader, (reader, first, end) -> {
                    for (int k = first; k < end; k++) {
                        int at = k;
                        files.find(path.getOrDefault(parcel.get(k), "")).flatMap(ImageFiles::bytes).flatMap(ImageFiles::image).ifPresent(i -> made[at] = reader.vector(i));
                    }
                });
                List<String> read = java.util.stream.IntStream.range(0, made.length).filter(k -> made[k] != null).mapToObj(parcel::get).toList();
                before.keep(read, java.util.Arrays.stream(made).filter(java.util.Objects::nonNull).toList());
                for (int k = 0; k < made.length; k++) if (made[k] != null) vectors.put(parcel.get(k), made[k]);
            }
            seconds = (System.nanoTime() - begun) / 1e9;
        }
    }

    int missing() {
        return missing;
    }

    int unreadable() {
        return unreadable;
    }

    /** For people: which encoder, how many images were new, how fast those were made, and how many are not there or no images. */
    Map<String, String> told() {
        var told = new HashMap<>(Map.of("image-encoder", source.title(), "images", Integer.toString(all), "images-known", Integer.toString(known),
                "images-missing", Integer.toString(missing), "images-unreadable", Integer.toString(unreadable)));
        if (seconds > 0) told.put("images-rate", Long.toString(Math.round((all - known) / seconds)));
        return told;
    }
}
