package shelfwise.model.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;

/**
 * An encoder that the analyst added: a folder with the network, {@code tokenizer.json} or for images {@code preprocessor_config.json}, and a
 * card of what was found when it was checked.
 *
 * @param name       of its folder, by which pipelines name it
 * @param network    name of the network's file
 * @param dimensions length of its vectors
 * @param content    hash of network, its further files and the file beside it as they were checked
 * @param reads      what it makes vectors of
 */
public record OwnEncoder(Path folder, String name, String network, Pooling pooling, int dimensions, String content, Reads reads) implements EncoderSource {
    static final String CARD = "encoder.properties", TOKENIZER = "tokenizer.json", TORCHSCRIPT = ".pt";

    /** What an encoder makes vectors of, and the file that tells how that becomes numbers. */
    public enum Reads {
        TEXTS(TOKENIZER), IMAGES(ImageInput.FILE);

        final String beside;

        Reads(String beside) {
            this.beside = beside;
        }
    }

    static OwnEncoder read(Path folder) {
        var card = new Properties();
        String name = String.valueOf(folder.getFileName());
        try (Reader in = Files.newBufferedReader(folder.resolve(CARD))) {
            card.load(in);
            return new OwnEncoder(folder, name, card.getProperty("network", ""), Pooling.valueOf(card.getProperty("pooling", "")),
                    Integer.parseInt(card.getProperty("dimensions", "")), card.getProperty("content", ""), Reads.valueOf(card.getProperty("reads", Reads.TEXTS.name())));
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of("encoder.no-card", "", name).asException(e);
        }
    }

    void writeCard() throws IOException {
        var card = new Properties();
        card.setProperty("network", network);
        card.setProperty("pooling", pooling.name());
        card.setProperty("dimensions", Integer.toString(dimensions));
        card.setProperty("content", content);
        card.setProperty("reads", reads.name());
        try (Writer out = Files.newBufferedWriter(folder.resolve(CARD))) {
            card.store(out, null);
        }
    }

    static String content(Path folder, String network, Reads reads) throws IOException {
        var hashing = new Hashing();
        try (InputStream model = Files.newInputStream(folder.resolve(network)); InputStream beside = Files.newInputStream(folder.resolve(reads.beside))) {
            hashing.add(Bundled.digest(model)).add(Bundled.digest(beside));
        }
        for (Path more : more(folder, network)) {
            try (InputStream in = Files.newInputStream(more)) {
                hashing.add(more.getFileName().toString()).add(Bundled.digest(in));
            }
        }
        return hashing.hex();
    }

    /** The files to which a network in ONNX put its weights, such as {@code model.onnx.data} and {@code model.onnx_data}: called as it is, and more. */
    static List<Path> more(Path folder, String network) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(network + ".") || f.getFileName().toString().startsWith(network + "_")).filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override public String title() {
        return name;
    }

    /** Told by the card, without a look at the files. */
    String card() {
        return new Hashing().add(content).add(pooling.name()).hex();
    }

    /** Reads both files: they must be those that were checked. */
    @Override public String hash() {
        try {
            if (!content(folder, network, reads).equals(content)) throw Problem.of("encoder.changed", "", name).asException();
            return card();
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", name, String.valueOf(e.getMessage())).asException(e);
        }
    }

    @Override public Engine engine() {
        return network.endsWith(TORCHSCRIPT) ? Engine.TORCHSCRIPT : Engine.ONNX;
    }

    @Override public boolean lowerCase() {
        return false;
    }

    @Override public InputStream model() throws IOException {
        return Files.newInputStream(folder.resolve(network));
    }

    /** In ONNX by its path: its further files are looked for beside it. */
    @Override public void load(Model into) throws IOException, MalformedModelException {
        if (engine() == Engine.ONNX) into.load(folder, network, engine().options);
        else EncoderSource.super.load(into);
    }

    @Override public InputStream tokenizer() throws IOException {
        return Files.newInputStream(folder.resolve(TOKENIZER));
    }
}
