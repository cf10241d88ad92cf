package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shelfwise.base.ProblemException;

/** What the files of Hugging Face's image processors ask for, as their own code does it. */
class ImageInputTest {
    private static final int WHITE = 0xFFFFFF, RED = 0xFF0000;

    @TempDir Path folder;

    private ImageInput read(String config) throws IOException {
        Files.writeString(folder.resolve("preprocessor_config.json"), config.replace('\'', '"'));
        return ImageInput.read(folder, "eye");
    }

    /** Stripes from left to right, each as wide as the others. */
    private static BufferedImage stripes(int width, int height, int... colours) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) image.setRGB(x, y, colours[x * colours.length / width]);
        return image;
    }

    /** The green of the first row. */
    private static float[] green(ImageInput input, BufferedImage image) {
        int size = input.height() * input.width();
        return Arrays.copyOfRange(input.of(image), size, size + input.width());
    }

    @Test void convNextCutsAMarginOffAndSqueezesLargeImages() throws IOException {
        String config = "{'feature_extractor_type': 'ConvNextFeatureExtractor', 'size': 28, 'crop_pct': 0.875, 'resample': 3}";
        float[] green = green(read(config), stripes(32, 32, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, WHITE));
        assertEquals(28, green.length, "of an image of 32 x 32, which is 28 / 0.875, two places on each side are cut off");
        assertArrayEquals(new float[28], green, 1e-6f, "the white stripe was two places wide");
        ImageInput large = read("{'image_processor_type': 'ConvNextImageProcessor', 'size': {'shortest_edge': 384}, 'crop_pct': 0.875}");
        float[] squeezed = green(large, stripes(768, 384, WHITE, RED, RED, WHITE));
        assertEquals(List.of(384, 1f, 0f, 1f), List.of(squeezed.length, squeezed[0], squeezed[192], squeezed[383]), "both sides are still there");
    }

    @Test void levitMakesAnImageLargerThanWhatItCutsOut() throws IOException {
        float[] green = green(read("{'image_processor_type': 'LevitImageProcessor', 'size': {'shortest_edge': 28}, 'crop_size': {'height': 28, 'width': 28}, 'do_center_crop': true}"),
                stripes(32, 32, WHITE, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, WHITE));
        assertArrayEquals(new float[28], green, 1e-6f);
    }

    @Test void oneNumberAsSizeMeansWhatTheProcessorTakesItFor() throws IOException {
        BufferedImage image = stripes(16, 8, WHITE, RED, RED, WHITE);
        assertArrayEquals(new float[8], green(read("{'feature_extractor_type': 'CLIPFeatureExtractor', 'size': 8, 'crop_size': 8}"), image), 1e-6f, "the shorter side");
        assertEquals(1, green(read("{'feature_extractor_type': 'DeiTFeatureExtractor', 'size': 8, 'crop_size': 8}"), image)[0], "both sides");
        assertEquals(1, green(read("{'feature_extractor_type': 'ViTFeatureExtractor', 'size': 8}"), image)[0], "both sides");
    }

    @Test void whatIsNullIsNotThere() throws IOException {
        ImageInput input = read("{'size': {'height': 4, 'width': 4, 'shortest_edge': null, 'longest_edge': null}, 'crop_size': null, 'do_center_crop': null, 'image_mean': null, 'do_pad': null}");
        assertEquals(List.of(4, 4), input.resize());
        assertArrayEquals(new float[] {1, 1, 1, 1}, green(input, stripes(8, 8, WHITE)));
    }

    @Test void mobileVitTakesBlueFirstAndNoMeans() throws IOException {
        ImageInput input = read("{'image_processor_type': 'MobileViTImageProcessor', 'do_flip_channel_order': true, 'image_mean': [0.5, 0.5, 0.5], 'image_std': [0.5, 0.5, 0.5], 'size': {'height': 1, 'width': 1}}");
        assertArrayEquals(new float[] {0, 0, 1}, input.of(stripes(1, 1, RED)));
    }

    @Test void aStepThatIsNotKnownIsRefused() {
        for (String step : List.of("'do_pad': true", "'do_color_quantize': true", "'rescale_offset': true", "'size': {'longest_edge': 8, 'shortest_edge': 4}", "'crop_pct': 0")) {
            var refused = assertThrows(ProblemException.class, () -> read("{'size': {'shortest_edge': 8}, 'crop_size': 8, " + step + "}"), step);
            assertEquals("encoder.image-input", refused.problem().key(), step);
        }
    }

    @Test void whatIsCutOutIsWhatAWholeImageWouldHoldThere() {
        float[] from = new float[23 * 41];
        var random = new Random(4);
        for (int k = 0; k < from.length; k++) from[k] = random.nextInt(256);
        for (var filter : Resizing.Filter.values()) {
            float[] whole = Resizing.plane(from, new Resizing.Cut(23, 50, 0, 50), new Resizing.Cut(41, 17, 0, 17), filter);
            float[] cut = Resizing.plane(from, Resizing.Cut.middle(23, 50, 31), Resizing.Cut.middle(41, 17, 10), filter);
            for (int y = 0; y < 31; y++) for (int x = 0; x < 10; x++) assertEquals(whole[(y + 9) * 17 + x + 3], cut[y * 10 + x]);
        }
    }

    @Test void aLongThinImageDoesNotFillTheMemory() throws IOException {
        ImageInput clip = read("{'size': {'shortest_edge': 224}, 'crop_size': 224}");
        assertArrayEquals(new float[] {0, 1}, new float[] {green(clip, stripes(60_000, 1, RED))[0], green(clip, stripes(60_000, 1, WHITE))[223]}, "whole it would be 13,440,000 places wide");
    }
}
