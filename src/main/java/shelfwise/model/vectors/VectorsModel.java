package shelfwise.model.vectors;

import java.util.Map;
import shelfwise.data.Bundle;
import shelfwise.data.Interactions;
import shelfwise.data.Table;

/** A {@link ProfileModel} on dense vectors of any origin. */
final class VectorsModel extends ProfileModel {
    private final DenseSpace vectors;

    VectorsModel(String name, Interactions training, DenseSpace vectors, Taste taste) {
        super(name, training, vectors, taste);
        this.vectors = vectors;
    }

    @Override public String operator() {
        return "model.vectors";
    }

    @Override protected Map<String, String> facts() {
        return taste().facts();
    }

    @Override protected Map<String, Table> parts() {
        return vectors.parts();
    }

    static VectorsModel of(Bundle b) {
        return new VectorsModel(b.fact("name"), Interactions.of(b), DenseSpace.of(b), Taste.of(b));
    }
}
