package shelfwise.model.torch;

/** Networks small enough to work out by hand. */
public final class TinyOnnx {
    private TinyOnnx() { }

    /** Takes an image of 1 x 3 x height x width and gives the mean of each colour, 1 x 3 x 1 x 1. */
    public static byte[] means(int height, int width) {
        return image("GlobalAveragePool", height, width, 1, 1);
    }

    /** Gives the image back as a map. */
    public static byte[] same(int height, int width) {
        return image("Identity", height, width, height, width);
    }

    /** Multiplies an image with a number that stands in another file, at its beginning, in four bytes. */
    public static byte[] times(int height, int width, String file) {
        Wire where = new Wire().text(1, "location").text(2, file), number = new Wire().number(1, 1).number(2, OnnxGraph.FLOAT).text(8, "factor").message(13, where).number(14, 1);
        Wire node = new Wire().text(1, "pixel_values").text(1, "factor").text(2, "out").text(3, "only").text(4, "Mul");
        return model(new Wire().message(1, node).text(2, "tiny").message(5, number).message(11, value("pixel_values", height, width)).message(12, value("out", height, width)));
    }

    private static byte[] image(String operation, int height, int width, int toHigh, int toWide) {
        Wire node = new Wire().text(1, "pixel_values").text(2, "out").text(3, "only").text(4, operation);
        return model(new Wire().message(1, node).text(2, "tiny").message(11, value("pixel_values", height, width)).message(12, value("out", toHigh, toWide)));
    }

    private static byte[] model(Wire graph) {
        return new Wire().number(1, 7).text(2, "test").message(7, graph).message(8, new Wire().text(1, "").number(2, 13)).toBytes();
    }

    private static Wire value(String name, int height, int width) {
        var shape = new Wire();
        for (int size : new int[] {1, 3, height, width}) shape.message(1, new Wire().number(1, size));
        return new Wire().text(1, name).message(2, new Wire().message(1, new Wire().number(1, OnnxGraph.FLOAT).message(2, shape)));
    }
}
