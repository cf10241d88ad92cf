package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of an image before a network sees it, as {@code preprocessor_config.json} of Hugging Face's image processors says: it is made as
 * large as wanted, its middle is cut out, and its colours become the network's numbers.
 *
 * @param resize height and width, or the shorter side alone; empty for images as they are
 * @param height of what the network gets
 * @param width  of what the network gets
 * @param filter by which it is made larger or smaller
 */
record ImageInput(List<Integer> resize, int height, int width, Resizing.Filter filter, Colours colours) {
    static final String FILE = "preprocessor_config.json";
    private static final int COLOURS = 3;

    /**
     * Each colour from 0 to 255 becomes (colour · scale − mean) / deviation.
     *
     * @param mean      of red, green and blue, taken away
     * @param deviation of red, green and blue, divided by
     * @param flipped   whether blue comes first
     */
    record Colours(double scale, List<Double> mean, List<Double> deviation, boolean flipped) {
        private float number(double colour, int channel) {
            return (float) ((colour * scale - mean.get(channel)) / deviation.get(channel));
        }
    }

    /** @param name of the encoder, for problems @throws shelfwise.base.ProblemException if the file does not say what size of image to make */
    static ImageInput read(Path folder, String name) {
        try {
            Object read = JsonMapper.shared().readValue(Files.readString(folder.resolve(FILE)), Object.class);
            if (!(read instanceof Map<?, ?> all)) throw Problem.of("encoder.image-input", "", name, FILE).asException();
            return new ImageConfig(all, name).input();
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", name, String.valueOf(e.getMessage())).asException(e);
        } catch (JacksonException e) {
            throw Problem.of("encoder.image-input", "", name, FILE).asException(e);
        }
    }

    /** Colours x height x width: first all red, then green and blue. Images smaller than what is cut out have black around. */
    float[] of(BufferedImage image) {
        float[][] planes = Resizing.colours(image);
        int h = image.getHeight(), w = image.getWidth(), toHigh = h, toWide = w;
        if (resize.size() == 2) {
            toHigh = resize.getFirst();
            toWide = resize.getLast();
        } else if (resize.size() == 1) {
            int side = resize.getFirst();
            toHigh = h <= w ? side : longer(side, h, w);
            toWide = w <= h ? side : longer(side, w, h);
        }
        Resizing.Cut rows = Resizing.Cut.middle(h, toHigh, height), columns = Resizing.Cut.middle(w, toWide, width);
        int down = Math.max(0, -Math.floorDiv(toHigh - height, 2)), right = Math.max(0, -Math.floorDiv(toWide - width, 2));
        float[] all = new float[COLOURS * height * width];
        for (int c = 0; c < COLOURS; c++) {
            float[] plane = Resizing.plane(planes[colours.flipped() ? COLOURS - 1 - c : c], rows, columns, filter);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int fromY = y - down, fromX = x - right;
                    boolean inside = fromY >= 0 && fromY < rows.count() && fromX >= 0 && fromX < columns.count();
                    all[(c * height + y) * width + x] = colours.number(inside ? plane[fromY * columns.count() + fromX] : 0, c);
                }
            }
        }
        return all;
    }

    /** The longer side, where the shorter one becomes {@code side}; a line of one pixel may ask for more than there are numbers. */
    private static int longer(int side, int longer, int shorter) {
        return (int) Math.min(Integer.MAX_VALUE, (long) side * longer / shorter);
    }
}
