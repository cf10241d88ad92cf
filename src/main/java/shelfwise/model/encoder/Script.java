package shelfwise.model.encoder;

import java.util.List;

/**
 * Which of the encoders that come with the program reads a column of texts: the Chinese one where at least a fifth of all letters are
 * Chinese characters (Unicode's script Han), the English one otherwise. So low, for a Chinese title has many Latin letters in its brand and
 * model names, and the English encoder knows no Chinese, while the Chinese one knows some English.
 */
final class Script {
    private static final double CHINESE = 0.2;

    private Script() { }

    static Bundled of(List<String> texts) {
        return han(texts) >= CHINESE ? Bundled.CHINESE : Bundled.ENGLISH;
    }

    /** The share of Han among all letters of the texts together; 0 where there is no letter. */
    static double han(List<String> texts) {
        long[] count = new long[2];
        for (String text : texts) {
            text.codePoints().filter(Character::isLetter).forEach(c -> {
                count[0]++;
                if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) count[1]++;
            });
        }
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }
}
