package shelfwise.model.encoder;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is to be turned to stand upright: cameras and telephones keep it as the sensor lay and note that in the file (Exif 2.32, tag
 * 0x112), and those who look at it turn it. Found in JPEG, PNG and TIFF.
 */
final class Upright {
    private static final int TAG = 0x112, ENTRY = 12, LARGEST = 8, SHORT = 3;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Upright() { }

    /** 1 to 8 as Exif counts; 1, which is upright, where the file does not say. */
    static int noted(byte[] file) {
        try {
            if (at(file, 0, 0xFF, 0xD8)) return jpeg(ByteBuffer.wrap(file));
            if (at(file, 0, 0x89, 'P', 'N', 'G')) return png(ByteBuffer.wrap(file));
            return tiff(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return 1; // what is cut short says nothing
        }
    }

    private static boolean at(byte[] file, int from, int... bytes) {
        for (int k = 0; k < bytes.length; k++) if (from + k >= file.length || (file[from + k] & 0xFF) != bytes[k]) return false;
        return true;
    }

    private static int jpeg(ByteBuffer file) {
        for (int p = 2; (file.get(p) & 0xFF) == 0xFF; ) {
            int marker = file.get(p + 1) & 0xFF;
            if (marker == 0xDA || marker == 0xD9) return 1; // the picture begins
            int length = file.getShort(p + 2) & 0xFFFF;
            if (marker == 0xE1 && file.slice(p + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF))) return tiff(file.slice(p + 4 + EXIF.length, length - 2 - EXIF.length));
            p += 2 + length;
        }
        return 1;
    }

    private static int png(ByteBuffer file) {
        for (int p = 8; p + 12 <= file.limit(); ) {
            int length = file.getInt(p), kind = file.getInt(p + 4);
            if (length < 0) return 1;
            if (kind == 0x65584966) return tiff(file.slice(p + 8, length)); // eXIf
            p += 12 + length;
        }
        return 1;
    }

    private static int tiff(ByteBuffer all) {
        int begin = all.getShort(0);
        if (begin != 0x4949 && begin != 0x4D4D) return 1;
        ByteBuffer in = all.duplicate().order(begin == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (in.getShort(2) != 42) return 1;
        int first = in.getInt(4), count = in.getShort(first) & 0xFFFF;
        for (int k = 0; k < count; k++) {
            int entry = first + 2 + k * ENTRY;
            if ((in.getShort(entry) & 0xFFFF) != TAG) continue;
            int value = in.getShort(entry + 2) == SHORT ? in.getShort(entry + 8) : 1;
            return value >= 1 && value <= LARGEST ? value : 1;
        }
        return 1;
    }

    /** The picture, turned and mirrored as is noted; the same if it is upright. */
    static BufferedImage turned(BufferedImage image, int noted) {
        if (noted == 1) return image;
        int w = image.getWidth(), h = image.getHeight();
        boolean lies = noted > 4;
        WritableRaster from = image.getRaster(), to = image.getColorModel().createCompatibleWritableRaster(lies ? h : w, lies ? w : h);
        @Nullable Object pixel = null;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int across = lies ? y : x, down = lies ? x : y;
                if (noted == 2 || noted == 3 || noted == 6 || noted == 7) across = to.getWidth() - 1 - across;
                if (noted == 3 || noted == 4 || noted == 7 || noted == 8) down = to.getHeight() - 1 - down;
                pixel = from.getDataElements(x + from.getMinX(), y + from.getMinY(), pixel);
                to.setDataElements(across, down, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
    }
}
