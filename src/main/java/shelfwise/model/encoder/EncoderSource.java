package shelfwise.model.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Where an encoder comes from, and how it is to be read. */
interface EncoderSource {
    /** Who reads the network. */
    enum Engine {
        /** One network is read by several threads, each of which works with one processor. */
        ONNX("OnnxRuntime", Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1")), TORCHSCRIPT("PyTorch", Map.of());

        final String djl;
        final Map<String, String> options;

        Engine(String djl, Map<String, String> options) {
            this.djl = djl;
            this.options = options;
        }
    }

    /** What people call it. */
    String title();

    /** Of all that its vectors depend on. @throws shelfwise.base.ProblemException if its files can't be read */
    String hash();

    Engine engine();

    Pooling pooling();

    /** Whether texts are to be made lower case first, for a tokenizer that only knows such and does not do it itself. */
    boolean lowerCase();

    /** Length of its vectors. */
    int dimensions();

    /** The network. */
    InputStream model() throws IOException;

    /** Lets the engine read the network. */
    default void load(Model into) throws IOException, MalformedModelException {
        try (InputStream network = model()) {
            into.load(network, engine().options);
        }
    }

    /** {@code tokenizer.json}. */
    InputStream tokenizer() throws IOException;
}
