package shelfwise.model.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class UprightTest {
    private static final int WIDE = 48, HIGH = 32, RED = 0xFF0000, BLUE = 0x0000FF;
    /** Exif 2.32, tag 0x112: where the first row and where the first column of the file belong, for 1 to 8. */
    private static final String[] ROW = {"top", "top", "bottom", "bottom", "left", "right", "right", "left"}, COLUMN = {"left", "right", "right", "left", "top", "top", "bottom", "bottom"};

    /** Red in the corner of the first row and the first column, blue at the other end of the first row. */
    private static BufferedImage picture(int type) {
        var image = new BufferedImage(WIDE, HIGH, type);
        for (int y = 0; y < HIGH; y++) for (int x = 0; x < WIDE; x++) image.setRGB(x, y, y >= HIGH / 2 ? 0x008000 : x < WIDE / 2 ? RED : BLUE);
        return image;
    }

    private static byte[] noted(int value, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'}).putShort((short) 42).putInt(8);
        return tiff.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) value).putShort((short) 0).putInt(0).array();
    }

    private static byte[] put(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length).put(file, 0, at).put(more).put(file, at, file.length - at).array();
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] jpeg(byte[] exif) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(10 + exif.length).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + exif.length));
        return put(written(picture(BufferedImage.TYPE_INT_RGB), "jpeg"), 2, part.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).array());
    }

    private static byte[] png(byte[] exif, int type) throws IOException {
        byte[] chunk = ByteBuffer.allocate(4 + exif.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif).array();
        var check = new CRC32();
        check.update(chunk);
        return put(written(picture(type), "png"), 33, ByteBuffer.allocate(8 + chunk.length).putInt(exif.length).put(chunk).putInt((int) check.getValue()).array());
    }

    /** The colour in the middle of the quarter that touches both sides. */
    private static boolean red(BufferedImage image, String one, String other) {
        String sides = one + other;
        int x = sides.contains("left") ? image.getWidth() / 4 : image.getWidth() * 3 / 4, y = sides.contains("top") ? image.getHeight() / 4 : image.getHeight() * 3 / 4;
        int colour = image.getRGB(x, y);
        return (colour >> 16 & 0xFF) > 200 && (colour & 0xFFFF) < 0x4000;
    }

    private static void check(byte[] file, int value) {
        BufferedImage read = ImageFiles.image(file).orElseThrow();
        assertEquals(value > 4 ? HIGH : WIDE, read.getWidth(), "noted " + value);
        assertEquals(true, red(read, ROW[value - 1], COLUMN[value - 1]), "noted " + value);
        String opposite = switch (COLUMN[value - 1]) {
            case "left" -> "right";
            case "right" -> "left";
            case "top" -> "bottom";
            default -> "top";
        };
        assertEquals(false, red(read, ROW[value - 1], opposite), "noted " + value);
    }

    @Test void aPictureStandsAsTheCameraNoted() throws IOException {
        for (int value = 1; value <= 8; value++) {
            check(jpeg(noted(value, ByteOrder.BIG_ENDIAN)), value);
            check(jpeg(noted(value, ByteOrder.LITTLE_ENDIAN)), value);
            check(png(noted(value, ByteOrder.BIG_ENDIAN), BufferedImage.TYPE_INT_ARGB), value);
        }
    }

    @Test void greysStayWhatTheyAreWhenTurned() throws IOException {
        BufferedImage read = ImageFiles.image(png(noted(6, ByteOrder.LITTLE_ENDIAN), BufferedImage.TYPE_BYTE_GRAY)).orElseThrow();
        int red = picture(BufferedImage.TYPE_BYTE_GRAY).getRaster().getSample(0, 0, 0);
        assertEquals(red, (int) Resizing.colours(read)[1][HIGH - 1], "the first corner is now at the top on the right");
    }

    @Test void whatSaysNothingOrNonsenseStaysAsItIs() throws IOException {
        assertEquals(1, Upright.noted(written(picture(BufferedImage.TYPE_INT_RGB), "jpeg")));
        assertEquals(1, Upright.noted(written(picture(BufferedImage.TYPE_INT_RGB), "gif")));
        for (byte[] file : new byte[][] {{}, {(byte) 0xFF, (byte) 0xD8}, {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 3}, jpeg(noted(9, ByteOrder.BIG_ENDIAN)), jpeg(new byte[] {'I', 'I'})}) {
            assertEquals(1, Upright.noted(file));
        }
    }
}
