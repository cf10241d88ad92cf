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

    private static byte[] image(String operation, int height, int width, int toHigh, int toWide) {
        Wire node = new Wire().text(1, "pixel_values").text(2, "out").text(3, "only").text(4, operation);
        Wire graph = new Wire().message(1, node).text(2, "tiny").message(11, value("pixel_values", height, width)).message(12, value("out", toHigh, toWide));
        return new Wire().number(1, 7).text(2, "test").message(7, graph).message(8, new Wire().text(1, "").number(2, 13)).toBytes();
    }

    private static Wire value(String name, int height, int width) {
        var shape = new Wire();
        for (int size : new int[] {1, 3, height, width}) shape.message(1, new Wire().number(1, size));
        return new Wire().text(1, name).message(2, new Wire().message(1, new Wire().number(1, OnnxGraph.FLOAT).message(2, shape)));
    }
}
