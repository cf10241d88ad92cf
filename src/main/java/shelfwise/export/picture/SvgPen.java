package shelfwise.export.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import shelfwise.pipeline.layout.LinkCurve;
import shelfwise.pipeline.layout.LinkPath;
import shelfwise.pipeline.layout.Spot;

/** Writes SVG 1.1: one line for a shape, words as words, so that it can be searched and gives small differences. */
final class SvgPen implements Pen {
    private static final String FAMILY = "'Shelfwise Sans', Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";
    private final StringBuilder out = new StringBuilder();
    private final double left, top;

    SvgPen(double left, double top, double width, double height, String title) {
        this.left = left;
        this.top = top;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(width)).append("\" height=\"").append(number(height)).append("\" viewBox=\"0 0 ")
                .append(number(width)).append(' ').append(number(height)).append("\" role=\"img\" font-family=\"").append(FAMILY).append("\">\n");
        out.append("<title>").append(escaped(title)).append("</title>\n");
    }

    String text() {
        return out + "</svg>\n";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private String x(double x) {
        return number(x - left);
    }

    private String y(double y) {
        return number(y - top);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static String ink(Ink ink) {
        String fill = ink.fill().isEmpty() ? "none" : ink.fill();
        return " fill=\"" + fill + "\"" + (ink.line().isEmpty() ? "" : " stroke=\"" + ink.line() + "\" stroke-width=\"" + number(ink.width()) + "\"") + "/>\n";
    }

    @Override public void box(double x, double y, double width, double height, double radius, Ink ink) {
        out.append("<rect x=\"").append(x(x)).append("\" y=\"").append(y(y)).append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        out.append('"').append(radius > 0 ? " rx=\"" + number(radius) + "\"" : "").append(ink(ink));
    }

    @Override public void link(LinkPath path, String colour, double width, boolean dashed) {
        LinkCurve first = path.pieces().getFirst();
        out.append("<path d=\"M").append(x(first.x1())).append(' ').append(y(first.y1()));
        for (LinkCurve c : path.pieces()) {
            out.append(" C").append(x(c.cx1())).append(' ').append(y(c.cy1())).append(' ').append(x(c.cx2())).append(' ').append(y(c.cy2())).append(' ').append(x(c.x2())).append(' ')
                    .append(y(c.y2()));
        }
        out.append("\" fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"").append(number(width)).append('"').append(dashed ? " stroke-dasharray=\"5 4\"" : "").append("/>\n");
    }

    @Override public void circle(double x, double y, double radius, Ink ink) {
        out.append("<circle cx=\"").append(x(x)).append("\" cy=\"").append(y(y)).append("\" r=\"").append(number(radius)).append('"').append(ink(ink));
    }

    @Override public void polygon(List<Spot> corners, Ink ink) {
        out.append("<polygon points=\"").append(corners.stream().map(c -> x(c.x()) + "," + y(c.y())).collect(Collectors.joining(" "))).append('"').append(ink(ink));
    }

    @Override public void text(String text, double x, double y, Lettering.Style style, String colour) {
        out.append("<text x=\"").append(x(x)).append("\" y=\"").append(y(y)).append("\" font-size=\"").append(style.size()).append('"').append(style.bold() ? " font-weight=\"600\"" : "");
        out.append(" fill=\"").append(colour).append("\">").append(escaped(text)).append("</text>\n");
    }

    @Override public void begin(String title) {
        out.append("<g><title>").append(escaped(title)).append("</title>\n");
    }

    @Override public void end() {
        out.append("</g>\n");
    }
}
