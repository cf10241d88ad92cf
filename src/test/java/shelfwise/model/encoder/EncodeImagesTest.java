package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.data.Catalogue;
import shelfwise.data.ColumnType;
import shelfwise.data.Field;
import shelfwise.data.Role;
import shelfwise.data.Schema;
import shelfwise.data.Table;
import shelfwise.data.TableBuilder;
import shelfwise.data.TextCells;
import shelfwise.data.Vectors;
import shelfwise.model.KeptMemo;
import shelfwise.model.Tiny;
import shelfwise.model.torch.TinyOnnx;
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

/** With a network that gives the mean of each colour, so that vectors can be worked out from what is drawn. */
class EncodeImagesTest {
    private static final EncodeImages STEP = new EncodeImages();
    private static final EncodeImages.Setup SETUP = new EncodeImages.Setup("means", "images");
    private static final String PLAIN = "{\"size\": {\"height\": 4, \"width\": 4}, \"do_normalize\": false}";

    @TempDir Path folder;

    private Context context(Context.Memo memo, Progress progress) {
        return new Context(progress, new Context.AssetReader() {
            @Override public Table read(String asset, int version) {
                throw new IllegalStateException();
            }

            @Override public Optional<Path> folder() {
                return Optional.of(folder);
            }
        }, "images", memo);
    }

    private Vectors run(Context.Memo memo, String... paths) {
        var table = TableBuilder.of(Schema.of(new Field("picture", ColumnType.TEXT, Role.IMAGE)), TextCells.of(paths));
        return STEP.run(SETUP, Values.of("catalogue", new Catalogue(Tiny.ids("i", paths.length), table)), context(memo, Progress.NONE)).one("vectors", Vectors.class);
    }

    private OwnEncoder add(byte[] network, String config) throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Files.write(from.resolve("model.onnx"), network);
        Files.writeString(from.resolve("preprocessor_config.json"), config);
        return new OwnEncoders(folder).add(from, "means", Optional.empty(), Progress.NONE);
    }

    /** Left half of one colour, right half of another. */
    private void draw(String name, int left, int right, int type) throws IOException {
        var image = new BufferedImage(8, 8, type);
        for (int y = 0; y < 8; y++) for (int x = 0; x < 8; x++) image.setRGB(x, y, x < 4 ? left : right);
        Path file = folder.resolve("images").resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static float[] unit(double... v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new float[] {(float) (v[0] / length), (float) (v[1] / length), (float) (v[2] / length)};
    }

    private static float[] row(Vectors vectors, int row) {
        return java.util.Arrays.copyOfRange(vectors.values(), row * 3, row * 3 + 3);
    }

    @Test void vectorsAreThoseOfTheDrawnColours() throws IOException {
        OwnEncoder added = add(TinyOnnx.means(4, 4), PLAIN);
        assertEquals(3, added.dimensions());
        assertEquals(OwnEncoder.Reads.IMAGES, new OwnEncoders(folder).find("means").reads());
        draw("a.png", 0xFF0000, 0x0000FF, BufferedImage.TYPE_INT_RGB);
        draw("sub/b.png", 0x804000, 0x804000, BufferedImage.TYPE_INT_RGB);
        Vectors made = run(Context.Memo.NONE, "a.png", "sub/b.png", "", "a.png");
        assertEquals(List.of("i0", "i1", "i3"), List.of(made.ids().id(0), made.ids().id(1), made.ids().id(2)));
        assertArrayEquals(unit(1, 0, 1), row(made, 0), 1e-6f);
        assertArrayEquals(unit(0x80, 0x40, 0), row(made, 1), 1e-6f);
        assertArrayEquals(row(made, 0), row(made, 2));
        assertEquals("2", made.told().get("images"));
    }

    @Test void coloursAreNormalisedAndTheMiddleIsCutOut() throws IOException {
        add(TinyOnnx.means(4, 2), "{\"size\": {\"shortest_edge\": 8}, \"crop_size\": {\"height\": 4, \"width\": 2}, \"do_center_crop\": true,"
                + " \"image_mean\": [0.5, 0.25, 0], \"image_std\": [0.5, 0.25, 2]}");
        draw("a.png", 0xFF00FF, 0xFFFFFF, BufferedImage.TYPE_INT_RGB);
        // of the columns 3 and 4: red 1, green 0 and 1, blue 1
        assertArrayEquals(unit((1 - 0.5) / 0.5, (0.5 - 0.25) / 0.25, 0.5), row(run(Context.Memo.NONE, "a.png"), 0), 1e-6f);
    }

    @Test void aMapIsAveragedOverItsPlaces() throws IOException {
        add(TinyOnnx.same(4, 4), PLAIN);
        draw("a.png", 0xFF0000, 0x00FF00, BufferedImage.TYPE_INT_RGB);
        assertArrayEquals(unit(1, 1, 0), row(run(Context.Memo.NONE, "a.png"), 0), 1e-6f);
    }

    @Test void greyIsTakenAsItStandsInTheFile() throws IOException {
        add(TinyOnnx.means(8, 8), "{\"size\": 8, \"do_resize\": true, \"image_mean\": [0, 0.25, 0.5], \"image_std\": [1, 1, 1]}");
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 8; y++) for (int x = 0; x < 8; x++) image.getRaster().setSample(x, y, 0, 51);
        Files.createDirectories(folder.resolve("images"));
        ImageIO.write(image, "png", folder.resolve("images/g.png").toFile());
        assertArrayEquals(unit(0.2, 0.2 - 0.25, 0.2 - 0.5), row(run(Context.Memo.NONE, "g.png"), 0), 1e-5f);
    }

    @Test void whatIsMissingOrUnreadableIsCountedAndHasNoVector() throws IOException {
        add(TinyOnnx.means(4, 4), PLAIN);
        draw("a.png", 0xFF0000, 0xFF0000, BufferedImage.TYPE_INT_ARGB);
        Files.writeString(folder.resolve("images/b.png"), "no image");
        draw("../outside.png", 0xFF0000, 0xFF0000, BufferedImage.TYPE_INT_RGB);
        Vectors made = run(Context.Memo.NONE, "a.png", "b.png", "c.png", "https://example.org/x.png", "../outside.png");
        assertEquals(1, made.ids().size());
        assertEquals("3", made.told().get("images-missing"));
        assertEquals("1", made.told().get("images-unreadable"));
        var none = assertThrows(ProblemException.class, () -> run(Context.Memo.NONE, "b.png", "c.png"));
        assertEquals("encoder.no-images", none.problem().key());
        assertEquals("encoder.no-paths", assertThrows(ProblemException.class, () -> run(Context.Memo.NONE, "", "")).problem().key());
    }

    @Test void anImageIsEncodedOnceByWhatIsInItsFile() throws IOException {
        add(TinyOnnx.means(4, 4), PLAIN);
        draw("a.png", 0xFF0000, 0x0000FF, BufferedImage.TYPE_INT_RGB);
        var store = new KeptMemo();
        Vectors first = run(store, "a.png");
        assertEquals("0", first.told().get("images-known"));
        String before = STEP.fingerprint(SETUP, context(store, Progress.NONE));
        Files.copy(folder.resolve("images/a.png"), folder.resolve("images/copy.png"));
        assertNotEquals(before, STEP.fingerprint(SETUP, context(store, Progress.NONE)), "a new file may be wanted");
        Vectors second = run(store, "copy.png");
        assertEquals("1", second.told().get("images-known"));
        assertArrayEquals(first.values(), second.values());
    }

    @Test void aPictureChangedBehindALinkIsNoticed() throws IOException {
        add(TinyOnnx.means(4, 4), PLAIN);
        draw("a.png", 0xFF0000, 0x0000FF, BufferedImage.TYPE_INT_RGB);
        Path elsewhere = Files.move(folder.resolve("images/a.png"), folder.resolve("elsewhere.png"));
        try {
            Files.createSymbolicLink(folder.resolve("images/a.png"), elsewhere);
            Files.createSymbolicLink(folder.resolve("images/nowhere.png"), folder.resolve("gone.png"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no links here");
        }
        String before = STEP.fingerprint(SETUP, context(Context.Memo.NONE, Progress.NONE));
        Files.write(elsewhere, new byte[] {1, 2, 3});
        assertNotEquals(before, STEP.fingerprint(SETUP, context(Context.Memo.NONE, Progress.NONE)));
    }

    @Test void weightsInAFileOfTheirOwnComeAlong() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        for (String name : List.of("model.onnx.data", "model.onnx_data")) {
            Files.write(from.resolve(name), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(2).array());
            add(TinyOnnx.times(4, 4, name), PLAIN);
            draw("a.png", 0xFF0000, 0x00FF00, BufferedImage.TYPE_INT_RGB);
            assertArrayEquals(unit(1, 1, 0), row(run(Context.Memo.NONE, "a.png"), 0), 1e-6f);
            Files.write(folder.resolve("encoders/means").resolve(name), new byte[] {0, 0, 0, 64});
            run(Context.Memo.NONE, "a.png");
            Files.write(folder.resolve("encoders/means").resolve(name), new byte[] {0, 0, 0, 65});
            assertEquals("encoder.changed", assertThrows(ProblemException.class, () -> run(Context.Memo.NONE, "a.png")).problem().key());
            new OwnEncoders(folder).remove("means");
        }
        assertEquals("encoder.broken-images", assertThrows(ProblemException.class, () -> add(TinyOnnx.times(4, 4, "weights.bin"), PLAIN)).problem().key());
    }

    @Test void aCancelIsHeard() throws IOException {
        add(TinyOnnx.means(4, 4), PLAIN);
        draw("a.png", 0xFF0000, 0x0000FF, BufferedImage.TYPE_INT_RGB);
        var table = TableBuilder.of(Schema.of(new Field("picture", ColumnType.TEXT, Role.IMAGE)), TextCells.of("a.png"));
        var in = Values.of("catalogue", new Catalogue(Tiny.ids("i", 1), table));
        Context cancelled = context(Context.Memo.NONE, (_, _) -> {
            throw new CancellationException();
        });
        assertThrows(CancellationException.class, () -> STEP.run(SETUP, in, cancelled));
    }

    @Test void whatDoesNotFitIsRefusedWhenItIsAddedAndLeavesNothing() throws IOException {
        String[][] wrong = {{"encoder.failed-image", "{\"size\": 5}"}, {"encoder.image-input", "{\"size\": {\"shortest_edge\": 4}}"}, {"encoder.image-input", "[1"},
            {"encoder.image-input", "{\"size\": 4, \"resample\": 1}"}, {"encoder.image-input", "{\"size\": 4, \"image_mean\": [0, 0]}"}};
        for (String[] one : wrong) {
            var refused = assertThrows(ProblemException.class, () -> add(TinyOnnx.means(4, 4), one[1]), one[1]);
            assertEquals(one[0], refused.problem().key(), one[1]);
            assertFalse(Files.exists(folder.resolve("encoders/means")));
        }
        assertEquals("encoder.broken-images", assertThrows(ProblemException.class, () -> add(new byte[] {1, 2, 3}, PLAIN)).problem().key());
        add(TinyOnnx.means(4, 4), PLAIN);
        var texts = new EncodeTexts.Setup(EncodeTexts.Choice.OWN, "means", 64, true, true, true);
        assertEquals("encoder.reads-images", assertThrows(ProblemException.class, () -> new EncodeTexts().fingerprint(texts, context(Context.Memo.NONE, Progress.NONE))).problem().key());
    }
}
