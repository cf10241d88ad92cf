package shelfwise.model.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;

/** The encoders that come with the program, both with weights of eight bits. */
enum Bundled implements EncoderSource {
    /** all-MiniLM-L6-v2 of sentence-transformers: six layers, mean of the words. */
    ENGLISH("all-MiniLM-L6-v2", "/all-minilm-l6-v2-q", Pooling.MEAN, 384, false),
    /** bge-small-zh-v1.5 of BAAI: four layers, the first place. Its words are lower case, and the tokenizer in the jar leaves that to others. */
    CHINESE("bge-small-zh-v1.5", "/bge-small-zh-v1.5-q", Pooling.FIRST, 512, true);

    private final String title, resource;
    private final Pooling pooling;
    private final int dimensions;
    private final boolean lowerCase;

    Bundled(String title, String resource, Pooling pooling, int dimensions, boolean lowerCase) {
        this.title = title;
        this.resource = resource;
        this.pooling = pooling;
        this.dimensions = dimensions;
        this.lowerCase = lowerCase;
    }

    @Override public String title() {
        return title;
    }

    @Override public String hash() {
        try (InputStream model = model(); InputStream tokenizer = tokenizer()) {
            return new Hashing().add(digest(model)).add(digest(tokenizer)).add(pooling.name()).hex();
        } catch (IOException e) {
            throw Problem.of("encoder.broken", "", title, String.valueOf(e.getMessage())).asException(e);
        }
    }

    /** SHA-256 in hexadecimal of all that is left in a stream. */
    static String digest(InputStream in) throws IOException {
        try {
            var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override public Engine engine() {
        return Engine.ONNX;
    }

    @Override public Pooling pooling() {
        return pooling;
    }

    @Override public boolean lowerCase() {
        return lowerCase;
    }

    @Override public int dimensions() {
        return dimensions;
    }

    @Override public InputStream model() throws IOException {
        return resource(".onnx");
    }

    @Override public InputStream tokenizer() throws IOException {
        return resource("-tokenizer.json");
    }

    private InputStream resource(String end) throws IOException {
        InputStream in = Bundled.class.getResourceAsStream(resource + end);
        if (in == null) throw new IOException(resource + end);
        return in;
    }
}
