package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of an image before a network sees it, as {@code preprocessor_config.json} of Hugging Face's image processors says: it is made as
 * large as wanted, its middle is cut out, and each colour from 0 to 255 becomes (colour · scale − mean) / deviation.
 *
 * @param resize    height and width, or the shorter side alone; empty for images as they are
 * @param height    of what the network gets
 * @param width     of what the network gets
 * @param filter    by which it is made larger or smaller
 * @param scale     of colours
 * @param mean      of red, green and blue, taken away
 * @param deviation of red, green and blue, divided by
 */
record ImageInput(List<Integer> resize, int height, int width, Resizing.Filter filter, double scale, List<Double> mean, List<Double> deviation) {
    static final String FILE = "preprocessor_config.json";
    private static final int BILINEAR = 2, BICUBIC = 3, LARGEST = 4096, COLOURS = 3;
    private static final String SHORTEST = "shortest_edge";

    /** @param name of the encoder, for problems @throws shelfwise.base.ProblemException if the file does not say what size of image to make */
    static ImageInput read(Path folder, String name) {
        try {
            Object read = JsonMapper.shared().readValue(Files.readString(folder.resolve(FILE)), Object.class);
            if (!(read instanceof Map<?, ?> all)) throw Problem.of("encoder.image-input", "", name, FILE).asException();
            return new Fields(all, name).input();
        } catch (IOException e) {
            throw Problem.of("encoder.unreadable", "", name, String.valueOf(e.getMessage())).asException(e);
        } catch (JacksonException e) {
            throw Problem.of("encoder.image-input", "", name, FILE).asException(e);
        }
    }

    /** What the file says. Fields that are not there mean what Hugging Face's image processors take them for. */
    private record Fields(Map<?, ?> all, String name) {
        ImageInput input() {
            boolean crop = flag("do_center_crop", all.containsKey("crop_size"));
            List<Integer> resize = flag("do_resize", true) ? sides("size", !crop) : List.of(), out = crop ? sides("crop_size", true) : resize;
            if (out.size() != 2) throw wrong(crop ? "crop_size" : "size");
            boolean normal = flag("do_normalize", all.containsKey("image_mean"));
            double scale = flag("do_rescale", true) ? number(all.get("rescale_factor"), 1.0 / 255, "rescale_factor") : 1;
            return new ImageInput(resize, out.getFirst(), out.getLast(), filter(), scale, normal ? colours("image_mean", 0) : List.of(0.0, 0.0, 0.0),
                    normal ? colours("image_std", 1) : List.of(1.0, 1.0, 1.0));
        }

        private Resizing.Filter filter() {
            double resample = number(all.get("resample"), BILINEAR, "resample");
            if (resample == BILINEAR) return Resizing.Filter.BILINEAR;
            if (resample == BICUBIC) return Resizing.Filter.BICUBIC;
            throw wrong("resample");
        }

        private boolean flag(String field, boolean otherwise) {
            Object value = all.get(field);
            if (value == null) return otherwise;
            if (value instanceof Boolean b) return b;
            throw wrong(field);
        }

        /** @param square whether one number stands for both sides, and not for the shorter one */
        private List<Integer> sides(String field, boolean square) {
            Object value = all.get(field);
            if (value instanceof Number n) return square ? List.of(side(n, field), side(n, field)) : List.of(side(n, field));
            if (!(value instanceof Map<?, ?> map)) throw wrong(field);
            if (map.containsKey(SHORTEST)) return List.of(side(map.get(SHORTEST), field));
            return List.of(side(map.get("height"), field), side(map.get("width"), field));
        }

        private int side(@Nullable Object value, String field) {
            double n = number(value, 0, field);
            if (!(n >= 1 && n <= LARGEST) || n != Math.rint(n)) throw wrong(field);
            return (int) n;
        }

        private double number(@Nullable Object value, double otherwise, String field) {
            if (value == null) return otherwise;
            if (value instanceof Number n && Double.isFinite(n.doubleValue())) return n.doubleValue();
            throw wrong(field);
        }

        private List<Double> colours(String field, double otherwise) {
            Object value = all.get(field);
            if (!(value instanceof List<?> list)) throw wrong(field);
            List<Double> numbers = list.stream().map(v -> number(v, otherwise, field)).toList();
            if (numbers.size() != COLOURS || otherwise == 1 && numbers.contains(0.0)) throw wrong(field);
            return numbers;
        }

        private RuntimeException wrong(String field) {
            return Problem.of("encoder.image-input", "", name, field).asException();
        }
    }

    /** Colours x height x width: first all red, then green and blue. Images smaller than what is cut out have black around. */
    float[] of(BufferedImage image) {
        float[][] colours = Resizing.colours(image);
        int h = image.getHeight(), w = image.getWidth(), toHigh = h, toWide = w;
        if (resize.size() == 2) {
            toHigh = resize.getFirst();
            toWide = resize.getLast();
        } else if (resize.size() == 1) {
            int side = resize.getFirst();
            toHigh = h <= w ? side : Math.max(1, (int) ((long) side * h / w));
            toWide = w <= h ? side : Math.max(1, (int) ((long) side * w / h));
        }
        float[] all = new float[COLOURS * height * width];
        int top = Math.floorDiv(toHigh - height, 2), left = Math.floorDiv(toWide - width, 2);
        for (int c = 0; c < COLOURS; c++) {
            float[] plane = Resizing.plane(colours[c], h, w, toHigh, toWide, filter);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int fromY = y + top, fromX = x + left;
                    double colour = fromY >= 0 && fromY < toHigh && fromX >= 0 && fromX < toWide ? plane[fromY * toWide + fromX] : 0;
                    all[(c * height + y) * width + x] = (float) ((colour * scale - mean.get(c)) / deviation.get(c));
                }
            }
        }
        return all;
    }
}
