package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import shelfwise.pipeline.Context;
import shelfwise.pipeline.Values;

class EncodeTextsTest {
    private static final EncodeTexts STEP = new EncodeTexts();

    @TempDir Path folder;

    private static Catalogue catalogue(String... titles) {
        return new Catalogue(Tiny.ids("i", titles.length), TableBuilder.of(Schema.of(new Field("name", ColumnType.TEXT, Role.TITLE)), TextCells.of(titles)));
    }

    private static EncodeTexts.Setup setup(EncodeTexts.Choice encoder, String own) {
        return new EncodeTexts.Setup(encoder, own, 64, true, true, true);
    }

    private Vectors run(EncodeTexts.Setup setup, Context.Memo memo, Progress progress, String... titles) {
        return STEP.run(setup, Values.of("catalogue", catalogue(titles)), new Context(progress, assets(), "texts", memo)).one("vectors", Vectors.class);
    }

    private Vectors run(EncodeTexts.Choice encoder, Context.Memo memo, String... titles) {
        return run(setup(encoder, ""), memo, Progress.NONE, titles);
    }

    private Context.AssetReader assets() {
        return new Context.AssetReader() {
            @Override public Table read(String asset, int version) {
                throw new IllegalStateException();
            }

            @Override public Optional<Path> folder() {
                return Optional.of(folder);
            }
        };
    }

    @Test void theEncoderIsChosenByTheLettersOfAllTextsTogether() {
        assertEquals(Bundled.ENGLISH, Script.of(List.of("wine glass", "café – 12 €", "杯")));
        assertEquals(Bundled.CHINESE, Script.of(List.of("Apple iPhone 15 Pro 手机壳防摔", "保温杯")));
        assertEquals(Bundled.ENGLISH, Script.of(List.of("12345", "")), "no letters at all");
        assertEquals(0.5, Script.han(List.of("ab", "杯子1!")));
        assertEquals("all-MiniLM-L6-v2", run(EncodeTexts.Choice.DETECT, Context.Memo.NONE, "mug").told().get("encoder"));
        assertEquals(512, run(EncodeTexts.Choice.DETECT, Context.Memo.NONE, "陶瓷杯").dimensions());
    }

    @Test void onlyNewTextsAreEncodedAndTheResultIsTheSame() {
        var memo = new KeptMemo();
        Vectors first = run(EncodeTexts.Choice.ENGLISH, memo, "mug", "wine glass", null, "mug");
        assertEquals(List.of("i0", "i1", "i3"), first.ids().all(), "an item without text has no vector");
        assertEquals(Map.of("encoder", "all-MiniLM-L6-v2", "texts", "2", "known", "0", "rate", first.told().get("rate")), first.told());
        Vectors second = run(EncodeTexts.Choice.ENGLISH, memo, "mug", "wine glass", "garden hose", "mug");
        assertEquals(List.of("3", "2"), List.of(second.told().get("texts"), second.told().get("known")));
        Vectors third = run(EncodeTexts.Choice.ENGLISH, memo, "mug", "wine glass", "garden hose", "mug");
        assertEquals("3", third.told().get("known"));
        Vectors fresh = run(EncodeTexts.Choice.ENGLISH, Context.Memo.NONE, "mug", "wine glass", "garden hose", "mug");
        assertArrayEquals(fresh.values(), third.values());
        assertEquals(fresh.hash(), third.hash(), "what was known before is no part of the result");
        assertArrayEquals(java.util.Arrays.copyOf(fresh.values(), 384), java.util.Arrays.copyOfRange(fresh.values(), 3 * 384, 4 * 384), "the same text");
        memo.kept.keySet().removeIf(k -> memo.kept.get(k).texts("hashes").length == 2);
        assertEquals("0", run(EncodeTexts.Choice.ENGLISH, memo, "mug", "garden hose").told().get("known"), "the first parcel was swept away");
    }

    @Test void aCancelEndsTheWork() {
        int[] told = {0};
        Progress cancelled = (done, total) -> {
            if (done > 3 && ++told[0] > 0) throw new CancellationException();
        };
        String[] titles = java.util.stream.IntStream.range(0, 100).mapToObj(k -> "mug " + k).toArray(String[]::new);
        assertThrows(CancellationException.class, () -> run(setup(EncodeTexts.Choice.ENGLISH, ""), Context.Memo.NONE, cancelled, titles));
        assertTrue(told[0] < 10, "all threads stopped: " + told[0]);
    }

    @Test void aCatalogueWithoutTextsIsToldAndAnEmptyOneIsNot() {
        assertEquals("encoder.no-texts", key(() -> run(EncodeTexts.Choice.DETECT, Context.Memo.NONE, " ", null)));
        assertEquals(0, run(EncodeTexts.Choice.CHINESE, Context.Memo.NONE).ids().size());
    }

    private static String key(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().key();
    }

    private Path english(String name) throws IOException {
        Path from = Files.createDirectories(folder.resolve("downloads").resolve(name));
        try (InputStream model = Bundled.ENGLISH.model(); InputStream words = Bundled.ENGLISH.tokenizer()) {
            Files.copy(model, Files.createDirectories(from.resolve("onnx")).resolve("model.onnx"));
            Files.copy(words, from.resolve("tokenizer.json"));
        }
        return from;
    }

    @Test void anOwnEncoderIsCheckedCopiedAndUsed() throws IOException {
        var own = new OwnEncoders(folder);
        OwnEncoder added = own.add(english("mine"), "mine", Optional.empty(), Progress.NONE);
        assertEquals(List.of(384, Pooling.MEAN, "model.onnx"), List.of(added.dimensions(), added.pooling(), added.network()));
        assertEquals(List.of(added), own.list());
        var setup = setup(EncodeTexts.Choice.OWN, "mine");
        assertArrayEquals(run(EncodeTexts.Choice.ENGLISH, Context.Memo.NONE, "mug", "hose").values(), run(setup, Context.Memo.NONE, Progress.NONE, "mug", "hose").values());
        var context = new Context(Progress.NONE, assets(), "texts");
        String before = STEP.fingerprint(setup, context);
        assertEquals("encoder.taken", key(() -> own.add(folder.resolve("downloads/mine"), "mine", Optional.empty(), Progress.NONE)));
        own.remove("mine");
        assertEquals("encoder.no-such", key(() -> run(setup, Context.Memo.NONE, Progress.NONE, "mug")));
        own.add(folder.resolve("downloads/mine"), "mine", Optional.of(Pooling.FIRST), Progress.NONE);
        assertNotEquals(before, STEP.fingerprint(setup, context), "another encoder, another result");
        Files.writeString(folder.resolve("encoders/mine/tokenizer.json"), "{}");
        assertEquals("encoder.changed", key(() -> run(setup, Context.Memo.NONE, Progress.NONE, "mug")));
    }

    @Test void whatIsNoEncoderIsToldAndNotKept() throws IOException {
        var own = new OwnEncoders(folder);
        Path from = english("bad");
        assertEquals("encoder.no-folder", key(() -> own.add(folder.resolve("nowhere"), "x", Optional.empty(), Progress.NONE)));
        assertEquals("encoder.name", key(() -> own.add(from, "../x", Optional.empty(), Progress.NONE)));
        Files.move(from.resolve("tokenizer.json"), from.resolve("words.json"));
        assertEquals("encoder.no-tokenizer", key(() -> own.add(from, "x", Optional.empty(), Progress.NONE)));
        Files.writeString(from.resolve("tokenizer.json"), "{\"version\": \"1.0\"}");
        assertEquals("encoder.broken", key(() -> own.add(from, "x", Optional.empty(), Progress.NONE)));
        Files.delete(from.resolve("tokenizer.json"));
        Files.move(from.resolve("words.json"), from.resolve("tokenizer.json"));
        Files.writeString(from.resolve("onnx/model.onnx"), "not a network");
        assertEquals("encoder.broken", key(() -> own.add(from, "x", Optional.empty(), Progress.NONE)));
        Files.delete(from.resolve("onnx/model.onnx"));
        assertEquals("encoder.no-network", key(() -> own.add(from, "x", Optional.empty(), Progress.NONE)));
        assertEquals(List.of(), own.names());
        assertTrue(!Files.exists(folder.resolve("encoders/x")), "nothing of what failed stays");
    }

    @Test void filesThatLayThereBeforeAreNeverLost() throws IOException {
        var own = new OwnEncoders(folder);
        Path in = Files.createDirectories(folder.resolve("encoders/laid"));
        Files.writeString(in.resolve("model.onnx"), "not a network");
        Files.writeString(in.resolve("tokenizer.json"), "{}");
        assertEquals("encoder.broken", key(() -> own.add(in, "laid", Optional.empty(), Progress.NONE)));
        assertEquals("not a network", Files.readString(in.resolve("model.onnx")), "its place is where it came from");
        Path other = english("other");
        assertEquals("encoder.in-the-way", key(() -> own.add(other, "laid", Optional.empty(), Progress.NONE)));
        assertEquals("{}", Files.readString(in.resolve("tokenizer.json")), "another's place");
        Files.copy(folder.resolve("downloads/other/onnx/model.onnx"), in.resolve("model.onnx"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(folder.resolve("downloads/other/tokenizer.json"), in.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(384, own.add(in, "laid", Optional.empty(), Progress.NONE).dimensions(), "added where it lies");
    }
}
