package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/**
 * The encoders that the analyst added to a project, each in a folder of its own below {@code encoders}: a copy of the network and of its
 * tokenizer, so that the project can be moved as a whole.
 */
public final class OwnEncoders {
    private static final String ALLOWED = "[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,63}";
    private static final int TOKENS = 128;
    private static final Pattern POOLING = Pattern.compile("\"pooling_mode_(\\w+)\"\\s*:\\s*true|\"pooling_mode\"\\s*:\\s*\"(\\w+)\"");
    /** Of different lengths and scripts: an encoder must be able to read any. */
    private static final List<String> TRIED = List.of("mug", "White porcelain mug with a wooden lid, dishwasher safe, 300 ml, pack of two", "白色陶瓷杯", "1");

    private final Path folder;

    /** @param project the project's folder */
    public OwnEncoders(Path project) {
        folder = project.resolve("encoders");
    }

    /** All there are, in the order of their names. @throws shelfwise.base.ProblemException if the card of one can't be read */
    public List<OwnEncoder> list() {
        return names().stream().map(name -> OwnEncoder.read(folder.resolve(name))).toList();
    }

    /** The names of those that read this, in alphabetical order. */
    public List<String> names(OwnEncoder.Reads reads) {
        return list().stream().filter(e -> e.reads() == reads).map(OwnEncoder::name).toList();
    }

    /** The names of all in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(f -> Files.exists(f.resolve(OwnEncoder.CARD))).map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", folder.toString(), String.valueOf(e.getMessage())).asException(e);
        }
    }

    /** @throws shelfwise.base.ProblemException if there is none of this name, or its card can't be read */
    public OwnEncoder find(String name) {
        List<String> names = names();
        if (!names.contains(name)) throw Problem.of("encoder.no-such", "", name, names.isEmpty() ? "–" : names).asException();
        return OwnEncoder.read(folder.resolve(name));
    }

    /** @throws shelfwise.base.ProblemException if there is none of this name that reads this */
    OwnEncoder find(String name, OwnEncoder.Reads reads) {
        OwnEncoder found = find(name);
        if (found.reads() != reads) throw Problem.of(reads == OwnEncoder.Reads.IMAGES ? "encoder.reads-texts" : "encoder.reads-images", "", name).asException();
        return found;
    }

    /**
     * Copies an encoder into the project and checks the copy: it must give a vector of finite numbers, always of the same length, for short
     * and long texts. What fails is taken out again, unless it lay in its place already.
     *
     * @param from    a folder with {@code tokenizer.json} and one network, {@code .onnx} or TorchScript's {@code .pt}, also below {@code onnx/};
     *                for images with {@code preprocessor_config.json} in its place; of ONNX also the files of its weights, called as the network
     *                and more
     * @param pooling empty: as {@code 1_Pooling/config.json} says, else the mean
     * @throws shelfwise.base.ProblemException saying what is missing or wrong
     */
    public OwnEncoder add(Path from, String name, Optional<Pooling> pooling, Progress progress) {
        if (!name.matches(ALLOWED)) throw Problem.of("encoder.name", "", name).asException();
        if (names().contains(name)) throw Problem.of("encoder.taken", "", name).asException();
        Path network = network(from);
        OwnEncoder.Reads reads = reads(from);
        Path to = folder.resolve(name);
        boolean there = Files.exists(to);
        try {
            if (there && !Files.isSameFile(from, to)) throw Problem.of("encoder.in-the-way", "", to.toString()).asException();
            Files.createDirectories(to);
            String file = network.getFileName().toString();
            progress.at(0, 3);
            Files.copy(network, to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            for (Path more : OwnEncoder.more(Optional.ofNullable(network.getParent()).orElse(from), file)) Files.copy(more, to.resolve(more.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(from.resolve(reads.beside), to.resolve(reads.beside), StandardCopyOption.REPLACE_EXISTING);
            progress.at(1, 3);
            var draft = new OwnEncoder(to, name, file, pooling.isPresent() ? pooling.get() : pooling(from), 0, OwnEncoder.content(to, file, reads), reads);
            int dimensions = reads == OwnEncoder.Reads.IMAGES ? checkImages(draft, progress) : check(draft, progress);
            progress.at(2, 3);
            var made = new OwnEncoder(to, name, file, draft.pooling(), dimensions, draft.content(), reads);
            made.writeCard();
            return made;
        } catch (IOException e) {
            if (!there) delete(to);
            throw Problem.of("encoder.unreadable", "", from.toString(), String.valueOf(e.getMessage())).asException(e);
        } catch (RuntimeException | Error e) {
            if (!there) delete(to);
            throw e;
        }
    }

    /** One with a tokenizer reads texts, whatever else lies there. */
    private static OwnEncoder.Reads reads(Path from) {
        for (OwnEncoder.Reads reads : OwnEncoder.Reads.values()) if (Files.isRegularFile(from.resolve(reads.beside))) return reads;
        throw Problem.of("encoder.no-tokenizer", "", from.toString()).asException();
    }

    private static Path network(Path from) {
        if (!Files.isDirectory(from)) throw Problem.of("encoder.no-folder", "", from.toString()).asException();
        for (Path in : List.of(from, from.resolve("onnx"))) {
            if (!Files.isDirectory(in)) continue;
            try (Stream<Path> files = Files.list(in)) {
                List<Path> found = files.filter(f -> f.toString().endsWith(".onnx") || f.toString().endsWith(OwnEncoder.TORCHSCRIPT)).sorted().toList();
                Optional<Path> usual = found.stream().filter(f -> f.endsWith("model.onnx")).findFirst();
                if (usual.isPresent()) return usual.get();
                if (found.size() == 1) return found.getFirst();
                if (found.size() > 1) throw Problem.of("encoder.several", "", from.toString(), found.stream().map(f -> f.getFileName().toString()).toList()).asException();
            } catch (IOException e) {
                throw Problem.of("encoder.unreadable", "", from.toString(), String.valueOf(e.getMessage())).asException(e);
            }
        }
        throw Problem.of("encoder.no-network", "", from.toString()).asException();
    }

    /** As sentence-transformers writes it beside its models. */
    private static Pooling pooling(Path from) throws IOException {
        Path config = from.resolve("1_Pooling").resolve("config.json");
        if (!Files.isRegularFile(config)) return Pooling.MEAN;
        List<String> modes = POOLING.matcher(Files.readString(config)).results().map(m -> m.group(1) == null ? m.group(2) : m.group(1)).toList();
        if (modes.isEmpty() || modes.equals(List.of("mean")) || modes.equals(List.of("mean_tokens"))) return Pooling.MEAN;
        if (modes.equals(List.of("cls")) || modes.equals(List.of("cls_token"))) return Pooling.FIRST;
        throw Problem.of("encoder.pooling", "", config.toString(), modes).asException();
    }

    private static int check(OwnEncoder draft, Progress progress) {
        try (Encoder encoder = Encoder.open(draft.name(), draft, TOKENS, progress)) {
            Encoder.Reader reader = encoder.reader();
            int length = 0;
            for (String text : TRIED) {
                float[] vector = reader.vector(text);
                if (length > 0 && vector.length != length) throw Problem.of("encoder.lengths", "", draft.name(), length, vector.length).asException();
                length = vector.length;
            }
            return length;
        }
    }

    /** Of two images with every colour: one alone may be what the network takes for nothing. */
    private static int checkImages(OwnEncoder draft, Progress progress) {
        try (ImageEncoder encoder = ImageEncoder.open(draft.name(), draft, progress)) {
            ImageEncoder.Reader reader = encoder.reader();
            int first = reader.vector(shades(300, 200)).length, second = reader.vector(shades(64, 96)).length;
            if (first != second) throw Problem.of("encoder.lengths", "", draft.name(), first, second).asException();
            return first;
        }
    }

    private static BufferedImage shades(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) image.setRGB(x, y, 255 * x / width << 16 | 255 * y / height << 8 | 180);
        return image;
    }

    /** Takes an encoder out of the project, with its files. */
    public void remove(String name) {
        find(name);
        delete(folder.resolve(name));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", folder.toString(), String.valueOf(e.getMessage())).asException(e);
        }
    }
}
