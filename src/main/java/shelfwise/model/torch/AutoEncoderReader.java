package shelfwise.model.torch;

import java.util.Map;
import java.util.stream.IntStream;
import shelfwise.model.kernel.Kernel;

/**
 * As {@link AutoEncoder} reads, whatever the order of the events. The last number of each vector is 1 and that of each item its bias. Cost for n
 * different items: O(n·hidden + hidden·latent).
 */
final class AutoEncoderReader implements Reader {
    private final Kernel kernel = Kernel.best();
    private final Dense in, mean, decode;
    private final float[] items;
    private final int width;

    /** @param learned by the names of {@link AutoEncoder#toHost} */
    AutoEncoderReader(Map<String, float[]> learned) {
        in = Dense.of(learned, AutoEncoder.IN);
        mean = Dense.of(learned, AutoEncoder.MEAN);
        decode = Dense.of(learned, AutoEncoder.DECODE);
        Dense out = Dense.of(learned, AutoEncoder.OUT);
        width = out.in() + 1;
        items = new float[Math.multiplyExact(out.out(), width)];
        for (int i = 0; i < out.out(); i++) {
            for (int f = 0; f < out.in(); f++) items[i * width + f] = out.weights()[f * out.out() + i];
            items[i * width + out.in()] = out.bias()[i];
        }
    }

    @Override public int width() {
        return width;
    }

    @Override public int columns(String array) {
        return switch (array) {
            case AutoEncoder.IN -> in.out();
            case AutoEncoder.MEAN, AutoEncoder.SPREAD -> mean.out();
            case AutoEncoder.DECODE -> decode.out();
            case AutoEncoder.OUT -> items.length / width;
            default -> 1;
        };
    }

    @Override public float[] items() {
        return items;
    }

    @Override public boolean vector(int[] item, float[] to, int at) {
        int[] different = IntStream.of(item).distinct().sorted().toArray();
        float[] hidden = in.bias().clone(), code = new float[mean.out()], out = new float[decode.out()];
        for (int i : different) kernel.add((float) (1 / Math.sqrt(different.length)), in.weights(), i * in.out(), hidden, 0, in.out());
        mean.apply(kernel, tanh(hidden), code);
        decode.apply(kernel, code, out);
        System.arraycopy(tanh(out), 0, to, at, out.length);
        to[at + out.length] = 1;
        return true;
    }

    private static float[] tanh(float[] values) {
        for (int f = 0; f < values.length; f++) values[f] = (float) Math.tanh(values[f]);
        return values;
    }
}
