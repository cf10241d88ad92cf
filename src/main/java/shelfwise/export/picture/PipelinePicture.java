package shelfwise.export.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import shelfwise.base.Messages;
import shelfwise.pipeline.OperatorCatalogue;
import shelfwise.pipeline.Pipeline;

/**
 * A pipeline as a picture, the same as on the canvas: boxes with the colour of their group, names, ids and typed ports, links, notes, frames
 * and folded groups. Drawn without a window or a screen; the same pipeline always gives the same SVG.
 */
public final class PipelinePicture {
    /** A picture is made smaller rather than larger than this, in pixels of either side. */
    private static final double LARGEST = 12_000;
    private final Lettering lettering = new Lettering();
    private final OperatorCatalogue operators;
    private final Messages messages;

    /** Reads the bundled fonts, which takes a moment: keep it for several pictures. @param messages in whose language boxes are named */
    public PipelinePicture(OperatorCatalogue operators, Messages messages) {
        this.operators = operators;
        this.messages = messages;
    }

    public String svg(Pipeline pipeline, Theme theme) {
        var drawing = new Drawing(pipeline, operators, messages, theme, lettering);
        var pen = new SvgPen(drawing.left(), drawing.top(), drawing.width(), drawing.height(), pipeline.name());
        drawing.draw(pen);
        return pen.text();
    }

    /** @param scale pixels of the image for a pixel of the canvas; less is taken for a picture beyond 12,000 pixels */
    public BufferedImage image(Pipeline pipeline, Theme theme, double scale) {
        var drawing = new Drawing(pipeline, operators, messages, theme, lettering);
        double fits = Math.min(scale, LARGEST / Math.max(drawing.width(), drawing.height()));
        var image = new BufferedImage((int) Math.ceil(drawing.width() * fits), (int) Math.ceil(drawing.height() * fits), BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        try {
            on.scale(fits, fits);
            on.translate(-drawing.left(), -drawing.top());
            drawing.draw(new ImagePen(on, lettering));
        } finally {
            on.dispose();
        }
        return image;
    }

    /** The image as a PNG file's bytes. */
    public byte[] png(Pipeline pipeline, Theme theme, double scale) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(pipeline, theme, scale), "png", out)) throw new IllegalStateException("no writer for PNG");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
