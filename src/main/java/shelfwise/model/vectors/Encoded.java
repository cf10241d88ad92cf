package shelfwise.model.vectors;

import java.util.Optional;

/** A model of vectors that may have been made of texts by an encoder. */
public interface Encoded {
    /** The encoder's name, as {@link shelfwise.data.Vectors#told} has it; empty where vectors are of another origin. */
    Optional<String> encoder();
}
