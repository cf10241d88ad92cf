package shelfwise.export.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The bundled face, which has both languages, and how much room words take in it. */
final class Lettering {
    /** A size in pixels, with its weight. */
    record Style(int size, boolean bold) { }

    static final Style NAME = new Style(13, true), SMALL = new Style(12, false), TITLE = new Style(16, true), PLAIN = new Style(13, false);
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final String MORE = "…";
    private final Font regular = load("ShelfwiseSans-Regular.ttf"), bold = load("ShelfwiseSans-Bold.ttf");

    private static Font load(String file) {
        try (InputStream in = Lettering.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) throw new IllegalStateException("the font " + file + " is not there");
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }

    Font font(Style style) {
        return (style.bold() ? bold : regular).deriveFont((float) style.size());
    }

    double width(String text, Style style) {
        return font(style).getStringBounds(text, MEASURE).getWidth();
    }

    /** As much of {@code text} as fits into {@code width}, with dots where some is left out. */
    String cut(String text, double width, Style style) {
        if (width(text, style) <= width) return text;
        for (int end = text.length() - 1; end > 0; end = text.offsetByCodePoints(end, -1)) {
            String cut = text.substring(0, end).stripTrailing() + MORE;
            if (width(cut, style) <= width) return cut;
        }
        return MORE;
    }

    /** {@code text} in lines of at most {@code width}: broken at spaces, and between Chinese characters. At most {@code most} lines. */
    List<String> wrap(String text, double width, Style style, int most) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            for (String word : paragraph.split("(?<=\\s)|(?<=[\\p{IsHan}，。；：、！？])")) {
                if (!line.isEmpty() && width(line + word.stripTrailing(), style) > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(word);
            }
            lines.add(line.toString().stripTrailing());
        }
        if (lines.size() <= most) return lines.stream().map(l -> cut(l, width, style)).toList();
        var kept = new ArrayList<>(lines.subList(0, Math.max(1, most)));
        kept.set(kept.size() - 1, cut(kept.getLast() + " " + MORE, width, style));
        return kept.stream().map(l -> cut(l, width, style)).toList();
    }
}
