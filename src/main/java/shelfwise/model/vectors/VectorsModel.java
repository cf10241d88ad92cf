package shelfwise.model.vectors;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;

/** A {@link ProfileModel} on dense vectors of any origin. */
final class VectorsModel extends ProfileModel implements Encoded {
    private static final String ENCODER = "vectors.encoder";
    private final DenseSpace vectors;
    private final Optional<String> encoder;

    /** @param encoder that made the vectors of texts, if one did */
    VectorsModel(String name, Interactions training, DenseSpace vectors, Taste taste, Optional<String> encoder) {
        super(name, training, vectors, taste);
        this.vectors = vectors;
        this.encoder = encoder;
    }

    @Override public Optional<String> encoder() {
        return encoder;
    }

    @Override public String operator() {
        return "model.vectors";
    }

    @Override protected Map<String, String> facts() {
        var facts = new HashMap<>(taste().facts());
        encoder.ifPresent(e -> facts.put(ENCODER, e));
        return facts;
    }

    @Override protected Map<String, Table> parts() {
        return vectors.parts();
    }

    static VectorsModel of(Bundle b) {
        return new VectorsModel(b.fact("name"), Interactions.of(b), DenseSpace.of(b), Taste.of(b), Optional.ofNullable(b.facts().get(ENCODER)));
    }
}
