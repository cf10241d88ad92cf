package shelfwise.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import shelfwise.base.Problem;
import shelfwise.base.Progress;

/**
 * A file and what its first bytes say it is, whatever its name.
 *
 * @param bytes its size as it lies on the disk
 */
record SourceFile(Path path, Kind kind, boolean gzip, long bytes) {
    enum Kind { TEXT, XLSX, XLS }

    private record Magic(String word, int offset, byte[] bytes) {
        static Magic of(String word, String start) {
            return new Magic(word, 0, start.getBytes(StandardCharsets.ISO_8859_1));
        }

        boolean is(byte[] head) {
            if (head.length < offset + bytes.length) return false;
            for (int i = 0; i < bytes.length; i++) if (head[offset + i] != bytes[i]) return false;
            return true;
        }
    }

    private static final Magic ZIP = Magic.of("ZIP", "PK\3\4"), OLE = Magic.of("OLE", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"), GZIP = Magic.of("gzip", "\u001f\u008b");
    private static final List<Magic> NO_TABLES = List.of(Magic.of("PDF", "%PDF"), Magic.of("Parquet", "PAR1"), Magic.of("PNG", "\u0089PNG"),
            Magic.of("JPEG", "\u00ff\u00d8\u00ff"), Magic.of("GIF", "GIF8"), Magic.of("7z", "7z\u00bc\u00af\u0027\u001c"), Magic.of("RAR", "Rar!"), Magic.of("bzip2", "BZh"),
            Magic.of("xz", "\u00fd7zXZ"), Magic.of("Zstandard", "\u0028\u00b5\u002f\u00fd"), Magic.of("SQLite", "SQLite format 3"), Magic.of("H2", "H:2,"),
            Magic.of("ELF", "\u007fELF"), Magic.of("RTF", "{\\rtf"));

    /** @throws shelfwise.base.ProblemException if it is missing, unreadable, empty, or not what its name says */
    static SourceFile of(Path path) {
        String where = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) throw Problem.of("ingest.is-folder", where).asException();
        try {
            long size = Files.size(path);
            if (size == 0) throw Problem.of("ingest.empty", where).asException();
            byte[] head = head(path);
            boolean gzip = GZIP.is(head);
            Kind kind = gzip ? Kind.TEXT : kind(path, head, where);
            String ending = ending(where);
            if (kind == Kind.TEXT && (ending.equals("xlsx") || ending.equals("xls"))) throw Problem.of("ingest.excel-is-text", where, ending).asException();
            if (kind != Kind.TEXT && List.of("csv", "tsv", "txt", "dat", "tab").contains(ending)) {
                throw Problem.of("ingest.text-is-excel", where, ending, kind.name().toLowerCase(Locale.ROOT)).asException();
            }
            return new SourceFile(path, kind, gzip, size);
        } catch (NoSuchFileException e) {
            throw Problem.of("ingest.no-such-file", path.toString()).asException(e);
        } catch (IOException e) {
            throw Problem.of("ingest.unreadable", where).asException(e);
        }
    }

    private static Kind kind(Path path, byte[] head, String where) throws IOException {
        if (OLE.is(head)) return Kind.XLS;
        if (ZIP.is(head)) {
            try (var zip = new ZipFile(path.toFile())) {
                if (zip.getEntry("xl/workbook.xml") != null) return Kind.XLSX;
            } catch (ZipException e) {
                throw Problem.of("ingest.broken-excel", where).asException(e);
            }
            throw Problem.of("ingest.is-zip", where).asException();
        }
        for (Magic m : NO_TABLES) if (m.is(head)) throw Problem.of("ingest.not-a-table", where, m.word()).asException();
        return Kind.TEXT;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(64);
        }
    }

    static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    String where() {
        return String.valueOf(path.getFileName());
    }

    /** The file's name without the endings that say its format. */
    String plainName() {
        String name = where();
        while (name.lastIndexOf('.') > 0 && List.of("gz", "csv", "tsv", "txt", "dat", "tab", "xlsx", "xls", "data").contains(ending(name))) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }

    /** The ending of its name, that of gzip left out. */
    String plainEnding() {
        String name = where();
        return ending(ending(name).equals("gz") ? name.substring(0, name.length() - 3) : name);
    }

    /** Its bytes, unzipped; {@code progress} is told how much of the file on the disk was read. */
    InputStream open(Progress progress) {
        try {
            InputStream counted = new Counted(Files.newInputStream(path), progress, bytes);
            if (!gzip) return counted;
            return new GZIPInputStream(new PushbackInputStream(new BufferedInputStream(counted, 1 << 16)), 1 << 16);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The first {@code limit} bytes, unzipped. */
    byte[] sample(int limit) {
        try (InputStream in = open(Progress.NONE)) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    RuntimeException unreadable(IOException e) {
        return Problem.of(gzip ? "ingest.broken-gzip" : "ingest.unreadable", where()).asException(e);
    }

    private static final class Counted extends FilterInputStream {
        private final Progress progress;
        private final long total;
        private long done;

        Counted(InputStream in, Progress progress, long total) {
            super(in);
            this.progress = progress;
            this.total = total;
        }

        @Override public int read() throws IOException {
            int b = super.read();
            if (b >= 0) done++;
            return b;
        }

        @Override public int read(byte[] b, int off, int len) throws IOException {
            progress.at(done, total);
            int n = super.read(b, off, Math.min(len, 1 << 18));
            if (n > 0) done += n;
            return n;
        }
    }
}
