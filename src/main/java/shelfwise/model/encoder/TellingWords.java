package shelfwise.model.encoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import shelfwise.base.Progress;

/**
 * Which words of a text make it near to others, for an encoder: by how much the cosine falls when a word is left out. What words do together
 * is not told, so that nothing adds up. Runs of letters and digits are words; of Chinese characters, which no space parts, two at a time.
 */
public final class TellingWords {
    /** Of a longer text the first are tried. */
    private static final int MOST = 40;
    private static final int TOKENS = 128;

    /** @param lost by the cosine without it; less than 0 if the word speaks against */
    public record Word(String word, double lost) { }

    /** @param words those that speak for it, the most telling first */
    public record Nearness(double cosine, List<Word> words) {
        public Nearness {
            words = List.copyOf(words);
        }
    }

    /** A place in the text. */
    private record Span(int from, int to) { }

    private TellingWords() { }

    /**
     * Opens the encoder, reads the texts and the first one without each of its words.
     *
     * @param encoder as {@code Vectors.told} names it: one that comes with the program, else one of {@code own}
     * @param text    whose words are tried
     * @return one for each of {@code others}
     * @throws shelfwise.base.ProblemException if the encoder is not there any more, or can't be read
     */
    public static List<Nearness> of(String encoder, OwnEncoders own, String text, List<String> others, Progress progress) {
        try (Encoder opened = Encoder.open("", source(encoder, own), TOKENS, progress)) {
            Encoder.Reader reader = opened.reader();
            List<Span> spans = spans(text);
            float[] whole = reader.vector(text);
            var without = new ArrayList<float[]>();
            for (Span s : spans) {
                progress.at(without.size(), spans.size());
                without.add(reader.vector(text.substring(0, s.from()) + " " + text.substring(s.to())));
            }
            return others.stream().map(reader::vector).map(other -> nearness(text, spans, whole, without, other)).toList();
        }
    }

    private static EncoderSource source(String encoder, OwnEncoders own) {
        for (Bundled b : Bundled.values()) if (b.title().equals(encoder)) return b;
        return own.find(encoder);
    }

    private static Nearness nearness(String text, List<Span> spans, float[] whole, List<float[]> without, float[] other) {
        double cosine = dot(whole, other);
        List<Word> words = IntStream.range(0, spans.size()).mapToObj(k -> new Word(text.substring(spans.get(k).from(), spans.get(k).to()), cosine - dot(without.get(k), other)))
                .filter(w -> w.lost() > 0).sorted(Comparator.comparingDouble(Word::lost).reversed()).toList();
        return new Nearness(cosine, words);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) sum += (double) a[f] * b[f];
        return sum;
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (int at = 0; at < text.length() && spans.size() < MOST; ) {
            int c = text.codePointAt(at), end = at + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                boolean han = han(c);
                for (int n = 1; end < text.length() && Character.isLetterOrDigit(text.codePointAt(end)) && han(text.codePointAt(end)) == han && !(han && n == 2); n++) {
                    end += Character.charCount(text.codePointAt(end));
                }
                spans.add(new Span(at, end));
            }
            at = end;
        }
        return spans;
    }

    private static boolean han(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
