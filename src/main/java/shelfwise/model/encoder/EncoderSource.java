package shelfwise.model.encoder;

import java.io.IOException;
import java.io.InputStream;

/** Where an encoder comes from, and how it is to be read. */
interface EncoderSource {
    /** Who reads the network. */
    enum Engine {
        ONNX("OnnxRuntime"), TORCHSCRIPT("PyTorch");

        final String djl;

        Engine(String djl) {
            this.djl = djl;
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

    /** {@code tokenizer.json}. */
    InputStream tokenizer() throws IOException;
}
