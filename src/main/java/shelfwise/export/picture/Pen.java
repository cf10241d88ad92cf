package shelfwise.export.picture;

import java.util.List;
import shelfwise.pipeline.layout.LinkPath;
import shelfwise.pipeline.layout.Spot;

/** What a painter draws with. Colours are {@code #rrggbb}, empty for none; lengths are pixels at scale 1. */
interface Pen {
    /** How a shape is filled and outlined. */
    record Ink(String fill, String line, double width) {
        static Ink fill(String colour) {
            return new Ink(colour, "", 0);
        }
    }

    void box(double x, double y, double width, double height, double radius, Ink ink);

    /** @param dashed a link that counts as not there */
    void link(LinkPath path, String colour, double width, boolean dashed);

    void circle(double x, double y, double radius, Ink ink);

    void polygon(List<Spot> corners, Ink ink);

    /** @param x left end; @param y the line that letters stand on */
    void text(String text, double x, double y, Lettering.Style style, String colour);

    /** What is drawn until {@link #end} is one thing, called {@code title} by those who can't see it. */
    void begin(String title);

    void end();
}
