package shelfwise.export.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.LinkPath;
import shelfwise.pipeline.layout.Spot;

/** Draws on an image; needs no screen. */
final class ImagePen implements Pen {
    private static final float[] DASHES = {5, 4};
    private final Graphics2D on;
    private final Lettering lettering;

    ImagePen(Graphics2D on, Lettering lettering) {
        this.on = on;
        this.lettering = lettering;
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void draw(Shape shape, Ink ink) {
        if (!ink.fill().isEmpty()) {
            on.setColor(Color.decode(ink.fill()));
            on.fill(shape);
        }
        if (ink.line().isEmpty()) return;
        on.setColor(Color.decode(ink.line()));
        on.setStroke(new BasicStroke((float) ink.width()));
        on.draw(shape);
    }

    @Override public void box(double x, double y, double width, double height, double radius, Ink ink) {
        draw(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), ink);
    }

    @Override public void link(LinkPath path, String colour, double width, boolean dashed) {
        var shape = new Path2D.Double();
        LinkCurve first = path.pieces().getFirst();
        shape.moveTo(first.x1(), first.y1());
        for (LinkCurve c : path.pieces()) shape.curveTo(c.cx1(), c.cy1(), c.cx2(), c.cy2(), c.x2(), c.y2());
        on.setColor(Color.decode(colour));
        on.setStroke(dashed ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0) : new BasicStroke((float) width));
        on.draw(shape);
    }

    @Override public void circle(double x, double y, double radius, Ink ink) {
        draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink);
    }

    @Override public void polygon(List<Spot> corners, Ink ink) {
        var shape = new Path2D.Double();
        shape.moveTo(corners.getFirst().x(), corners.getFirst().y());
        for (Spot c : corners) shape.lineTo(c.x(), c.y());
        shape.closePath();
        draw(shape, ink);
    }

    @Override public void text(String text, double x, double y, Lettering.Style style, String colour) {
        on.setColor(Color.decode(colour));
        on.setFont(lettering.font(style));
        on.drawString(text, (float) x, (float) y);
    }

    @Override public void begin(String title) { }

    @Override public void end() { }
}
