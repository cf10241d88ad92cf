package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import shelfwise.base.Hashing;
import shelfwise.base.Problem;

/** The images below one folder, by their paths in it. */
record ImageFiles(Path folder) {
    /** A small file may hold an image that no memory holds. */
    private static final long MOST_PIXELS = 100_000_000, MOST_BYTES = 200_000_000;

    /** What changes once a file is put there, taken away or written anew. Cost: a look at each file's name, size and time. */
    String fingerprint() {
        if (!Files.isDirectory(folder)) return "";
        var files = new TreeMap<String, BasicFileAttributes>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() { // it knows sizes and times from reading the folder
                @Override public FileVisitResult visitFile(Path file, BasicFileAttributes link) throws IOException {
                    BasicFileAttributes about = link.isSymbolicLink() && Files.exists(file) ? Files.readAttributes(file, BasicFileAttributes.class) : link;
                    if (about.isRegularFile()) files.put(folder.relativize(file).toString(), about);
                    return FileVisitResult.CONTINUE;
                }
            });
            var hashing = new Hashing();
            files.forEach((path, about) -> hashing.add(path).add(about.size()).add(about.lastModifiedTime().toMillis()));
            return hashing.hex();
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", folder.toString(), String.valueOf(e.getMessage())).asException(e);
        }
    }

    /** The file of this path; empty where there is none, or only outside of the folder. */
    Optional<Path> find(String path) {
        try {
            Path file = folder.resolve(path.strip()).normalize();
            return file.startsWith(folder.normalize()) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty(); // an address of the web, or a name that this system does not know
        }
    }

    /** Empty where it can't be read. */
    static Optional<byte[]> bytes(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException _) {
            return Optional.empty(); // counted and told by who asks
        }
    }

    /** Empty where the bytes are no image that Java can read (PNG, JPEG, GIF, BMP, TIFF), or far too large a one. It stands upright. */
    static Optional<BufferedImage> image(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST_PIXELS ? Optional.empty() : Optional.of(Upright.turned(reader.read(0), Upright.noted(file)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // readers of broken files throw of many kinds; counted and told by who asks
        }
    }
}
