package shelfwise.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mapping between ids as they stand in the source and dense numbers from 0. Ids are compared as they are, byte for byte. */
public final class Ids {
    private final String[] byNumber;
    private final Map<String, Integer> byId;
    private @Nullable String hash;

    /** @throws IllegalArgumentException if an id comes twice */
    public Ids(Collection<String> ids) {
        byNumber = ids.toArray(String[]::new);
        byId = HashMap.newHashMap(byNumber.length);
        for (int i = 0; i < byNumber.length; i++) {
            if (byId.put(byNumber[i], i) != null) throw new IllegalArgumentException("id twice: " + byNumber[i]);
        }
    }

    public int size() {
        return byNumber.length;
    }

    /** The id of {@code number}. */
    public String id(int number) {
        return byNumber[number];
    }

    /** The number of {@code id}, or -1 if it is not known. */
    public int number(String id) {
        return byId.getOrDefault(id, -1);
    }

    public List<String> all() {
        return List.of(byNumber);
    }

    public TextCells cells() {
        int[] codes = new int[byNumber.length];
        Arrays.setAll(codes, i -> i);
        return new TextCells(byNumber.clone(), codes);
    }

    @Override public boolean equals(@Nullable Object other) {
        return other == this || other instanceof Ids ids && Arrays.equals(byNumber, ids.byNumber);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(byNumber);
    }

    @Override public String toString() {
        return byNumber.length + " ids";
    }

    String hash() {
        String known = hash;
        if (known == null) {
            var hashing = new shelfwise.base.Hashing();
            for (String id : byNumber) hashing.add(id);
            hash = known = hashing.hex();
        }
        return known;
    }
}
