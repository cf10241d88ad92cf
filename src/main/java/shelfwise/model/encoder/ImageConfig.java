package shelfwise.model.encoder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;

/**
 * What {@code preprocessor_config.json} says. Fields that are not there, or are null, mean what Hugging Face's image processors take them for;
 * a step that is asked for and not known here is refused, for its vectors would be others.
 */
record ImageConfig(Map<?, ?> all, String name) {
    private static final int BILINEAR = 2, BICUBIC = 3, LARGEST = 4096, COLOURS = 3;
    private static final String SHORTEST = "shortest_edge", LONGEST = "longest_edge", CROP = "crop_size", SIZE = "size";
    private static final Set<String> KNOWN = Set.of("do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb", "do_flip_channel_order", "do_reduce_labels");
    /** Processors that take one number as size for both sides, even if a middle is cut out. */
    private static final Set<String> SQUARE = Set.of("DeiT", "Beit");
    /** What ConvNeXT's processor does: of so large images no margin is cut off. Else the image is made larger by this part, and its middle cut out. */
    private static final int WHOLE = 384;
    private static final double PART = 0.875;
    private static final String CONVNEXT = "ConvNext", LEVIT = "Levit", MOBILE_VIT = "MobileViT";

    /** @throws shelfwise.base.ProblemException if it does not say what size of image to make, or asks for more than is known */
    ImageInput input() {
        for (Map.Entry<?, ?> field : all.entrySet()) {
            String key = String.valueOf(field.getKey());
            boolean strange = key.startsWith("do_") && !KNOWN.contains(key) || key.equals("rescale_offset") || key.equals("include_top");
            if (strange && Boolean.TRUE.equals(field.getValue())) throw wrong(key);
        }
        boolean crop = flag("do_center_crop", all.get(CROP) != null), square = !crop && !kind().equals(CONVNEXT) || SQUARE.contains(kind());
        List<Integer> resize = flag("do_resize", true) ? sides(SIZE, square) : List.of(), out = crop ? sides(CROP, true) : resize;
        if (resize.size() == 1 && (all.get("crop_pct") != null || kind().equals(CONVNEXT) || kind().equals(LEVIT))) {
            int side = resize.getFirst();
            if (!crop) out = List.of(side, side);
            boolean whole = kind().equals(CONVNEXT) && side >= WHOLE;
            resize = whole ? out : List.of((int) (kind().equals(LEVIT) ? side / PART : side / part()));
        }
        if (out.size() != 2) throw wrong(crop ? CROP : SIZE);
        return new ImageInput(resize, out.getFirst(), out.getLast(), filter(), colours());
    }

    /** Whose processor wrote it; blank where it does not say. */
    private String kind() {
        Object type = all.get("image_processor_type") == null ? all.get("feature_extractor_type") : all.get("image_processor_type");
        return type instanceof String s ? s.replaceAll("(FeatureExtractor|ImageProcessor)(Fast|Pil)?$", "") : "";
    }

    private double part() {
        double part = number(all.get("crop_pct"), PART, "crop_pct");
        if (!(part > 0.1 && part <= 1)) throw wrong("crop_pct");
        return part;
    }

    private ImageInput.Colours colours() {
        boolean normal = flag("do_normalize", all.get("image_mean") != null && !kind().equals(MOBILE_VIT));
        double scale = flag("do_rescale", true) ? number(all.get("rescale_factor"), 1.0 / 255, "rescale_factor") : 1;
        return new ImageInput.Colours(scale, normal ? colours("image_mean", 0) : List.of(0.0, 0.0, 0.0), normal ? colours("image_std", 1) : List.of(1.0, 1.0, 1.0),
                flag("do_flip_channel_order", kind().equals(MOBILE_VIT)));
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
        if (!(value instanceof Map<?, ?> map) || map.get(LONGEST) != null) throw wrong(field);
        if (map.get(SHORTEST) != null) return List.of(side(map.get(SHORTEST), field));
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
