package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shelfwise.base.Progress;
import shelfwise.model.Workers;
import tools.jackson.databind.json.JsonMapper;

/** The two encoders that come with the program. */
class EncoderTest {
    private static Encoder english, chinese;

    @BeforeAll static void open() {
        english = Encoder.open("texts", Bundled.ENGLISH, 64, Progress.NONE);
        chinese = Encoder.open("texts", Bundled.CHINESE, 64, Progress.NONE);
    }

    @AfterAll static void close() {
        english.close();
        chinese.close();
    }

    private static double cosine(Encoder encoder, String a, String b) {
        Encoder.Reader reader = encoder.reader();
        float[] x = reader.vector(a), y = reader.vector(b);
        return IntStream.range(0, x.length).mapToDouble(f -> (double) x[f] * y[f]).sum();
    }

    private static void nearer(Encoder encoder, String text, String near, String far) {
        double like = cosine(encoder, text, near), unlike = cosine(encoder, text, far);
        assertTrue(like > unlike + 0.1, text + ": " + near + " " + like + ", " + far + " " + unlike);
    }

    @Test void whatMeansTheSameIsNearerThanWhatDoesNot() {
        nearer(english, "wine glass", "crystal goblet for red wine", "garden hose");
        nearer(english, "A man is eating food.", "A man is eating a piece of bread.", "Two men pushed carts through the woods.");
        nearer(english, "kids t-shirt", "children's clothing", "car battery charger");
        nearer(chinese, "保温杯", "不锈钢真空水壶", "儿童连衣裙");
        nearer(chinese, "送餐很快，味道好", "外卖准时，菜很好吃", "笔记本电脑散热不好");
        nearer(chinese, "苹果手机壳", "iPhone 保护套", "新鲜红富士水果");
    }

    /** Hugging Face's documentation of its inference API gives these cosines of the model in full numbers; ours has weights of eight bits. */
    @Test void cosinesAreAboutThosePublished() {
        String text = "That is a happy person";
        assertEquals(0.6946, cosine(english, text, "That is a happy dog"), 0.03);
        assertEquals(0.9429, cosine(english, text, "That is a very happy person"), 0.03);
        assertEquals(0.2569, cosine(english, text, "Today is a sunny day"), 0.03);
    }

    @Test void aTextHasTheSameVectorWhateverElseIsEncodedAndByHowManyThreads() {
        List<String> texts = new ArrayList<>(IntStream.range(0, 40).mapToObj(k -> "word ".repeat(1 + k % 9) + "number " + k).toList());
        float[][] alone = texts.stream().map(t -> english.reader().vector(t)).toArray(float[][]::new);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(order, new Random(3));
        float[][] together = new float[40][];
        new Workers(4).each(40, 1, Progress.NONE, english::reader, (reader, from, to) -> {
            for (int k = from; k < to; k++) together[order.get(k)] = reader.vector(texts.get(order.get(k)));
        });
        for (int k = 0; k < 40; k++) assertArrayEquals(alone[k], together[k], texts.get(k));
        double squares = 0;
        for (float v : alone[7]) squares += (double) v * v;
        assertEquals(1, squares, 1e-5);
        assertEquals(384, alone[0].length);
        assertEquals(512, chinese.reader().vector("杯").length);
    }

    @Test void whatIsBeyondTheLongestTextIsLeftOut() {
        String long62 = String.join(" ", Collections.nCopies(62, "mug"));
        assertArrayEquals(english.reader().vector(long62), english.reader().vector(long62 + " hose hose"));
        assertEquals(64, english.words(long62 + " hose").length, "62 words between the marks of beginning and end");
    }

    @Test void chineseEncoderReadsLatinLettersOfAnyCase() {
        assertArrayEquals(chinese.reader().vector("apple 手机"), chinese.reader().vector("APPLE 手机"));
    }

    @Test void wordsAreCutAsWordPieceSays() throws IOException {
        for (String text : List.of("WHITE HANGING HEART T-LIGHT HOLDER", "Set of 6 café cups, 300ml (unbreakable!)", "xyzzyqwfp £4.95", "  two   spaces\ttab")) {
            assertEquals(slow(text, Bundled.ENGLISH), List.of(english.words(text)), text);
        }
        for (String text : List.of("保温杯 500ml 不锈钢", "苹果iPhone15手机壳", "加厚，防滑！")) assertEquals(slow(text, Bundled.CHINESE), List.of(chinese.words(text)), text);
    }

    /** WordPiece (Devlin et al. 2019) written anew: lower case, no accents, Chinese characters and punctuation stand alone, then the longest known piece first. */
    private static List<String> slow(String text, Bundled encoder) throws IOException {
        Set<String> known = new HashSet<>();
        new JsonMapper().readTree(encoder.tokenizer()).path("model").path("vocab").propertyNames().forEach(known::add);
        String plain = java.text.Normalizer.normalize(text.toLowerCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        String spaced = plain.replaceAll("([\\p{IsHan}\\p{IsPunctuation}$+<=>^`|~])", " $1 ");
        List<String> pieces = new ArrayList<>(List.of("[CLS]"));
        for (String word : spaced.strip().split("\\s+")) pieces.addAll(pieces(word, known));
        pieces.add("[SEP]");
        return pieces;
    }

    private static List<String> pieces(String word, Set<String> known) {
        var pieces = new ArrayList<String>();
        for (int from = 0; from < word.length(); ) {
            int end = word.length();
            String mark = from > 0 ? "##" : "";
            while (end > from && !known.contains(mark + word.substring(from, end))) end--;
            if (end == from) return List.of("[UNK]");
            pieces.add(mark + word.substring(from, end));
            from = end;
        }
        return pieces;
    }
}
