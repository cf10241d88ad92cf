package shelfwise.model.encoder;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shelfwise.base.Hashing;
import shelfwise.data.Bundle;
import shelfwise.data.ColumnType;
import shelfwise.data.Ids;
import shelfwise.data.LongCells;
import shelfwise.data.TextCells;
import shelfwise.pipeline.Context;

/**
 * The vectors that were made of texts before, by the hash of the text. What is new at a time is one more parcel, numbered from 0, under a key
 * of encoder and number; parcels are read until one is missing. A parcel that was swept away leaves the later ones unread until its number is
 * taken again: texts are then encoded once more, and nothing else changes.
 */
final class KnownTexts {
    private static final String HASHES = "hashes", VALUES = "values";

    private final Context.Memo memo;
    private final String encoder;
    private final int dimensions;
    private int parcels;

    /** @param encoder a hash of all that vectors depend on besides the text */
    KnownTexts(Context.Memo memo, String encoder, int dimensions) {
        this.memo = memo;
        this.encoder = encoder;
        this.dimensions = dimensions;
    }

    private String key(int parcel) {
        return new Hashing().add("vectors.encoder").add(encoder).add(parcel).hex();
    }

    /** The vectors of those texts that are known. */
    Map<String, float[]> find(Collection<String> texts) {
        var wanted = new HashMap<String, String>();
        for (String text : texts) wanted.put(Hashing.of(text), text);
        var found = new HashMap<String, float[]>();
        for (Optional<Bundle> next = memo.find(key(0)); next.isPresent(); next = memo.find(key(parcels))) {
            parcels++;
            read(next.get(), wanted, found);
        }
        return found;
    }

    private void read(Bundle parcel, Map<String, String> wanted, Map<String, float[]> found) {
        String[] hashes = parcel.texts(HASHES);
        if (dimensions != Integer.parseInt(parcel.fact("dimensions"))) return;
        int each = longs();
        int[] at = {0, 0};
        parcel.part(VALUES).scan(chunk -> {
            long[] values = ((LongCells) chunk.longs(0)).values();
            for (int r = 0; r < chunk.rows(); r++) {
                String text = wanted.get(hashes[at[0]]);
                if (text != null) {
                    float[] vector = found.computeIfAbsent(text, _ -> new float[dimensions]);
                    vector[2 * at[1]] = Float.intBitsToFloat((int) (values[r] >>> 32));
                    if (2 * at[1] + 1 < dimensions) vector[2 * at[1] + 1] = Float.intBitsToFloat((int) values[r]);
                }
                if (++at[1] == each) {
                    at[1] = 0;
                    at[0]++;
                }
            }
        });
    }

    /** Two numbers in one. */
    private int longs() {
        return Math.ceilDiv(dimensions, 2);
    }

    /** Keeps vectors that were not known. */
    void keep(List<String> texts, List<float[]> vectors) {
        if (texts.isEmpty()) return;
        long[] values = new long[texts.size() * longs()];
        int n = 0;
        for (float[] v : vectors) {
            for (int f = 0; f < dimensions; f += 2) {
                long second = f + 1 < dimensions ? Float.floatToRawIntBits(v[f + 1]) & 0xFFFFFFFFL : 0;
                values[n++] = (long) Float.floatToRawIntBits(v[f]) << 32 | second;
            }
        }
        memo.put(key(parcels++), new Bundle(Map.of("dimensions", Integer.toString(dimensions)),
                Map.of(HASHES, Bundle.ids(new Ids(texts.stream().map(Hashing::of).toList())), VALUES, Bundle.longs(values))));
    }
}
