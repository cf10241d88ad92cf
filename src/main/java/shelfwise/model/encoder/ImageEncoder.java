package shelfwise.model.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.model.Alone;

/**
 * A network that reads images, ready for work: one image at a time, so that a vector hangs on nothing else. Of its answer is taken: a
 * vector as it is, of a vector for each place (1 x places x width) what the pooling says, of a map (1 x width x height x width) the mean.
 */
final class ImageEncoder implements AutoCloseable {
    private final String where, name, input;
    private final Pooling pooling;
    private final EncoderSource.Engine engine;
    private final ImageInput size;
    private final Model model;
    private final Queue<Predictor<NDList, NDList>> made = new ConcurrentLinkedQueue<>();

    private ImageEncoder(String where, OwnEncoder source, ImageInput size, Model model) {
        this.where = where;
        name = source.name();
        pooling = source.pooling();
        this.size = size;
        this.model = model;
        engine = source.engine();
        input = engine == EncoderSource.Engine.ONNX ? input(model) : "";
    }

    private String input(Model network) {
        var asked = network.describeInput();
        if (asked.size() != 1) throw Problem.of("encoder.image-asked", where, name, asked.size(), size.height(), size.width()).asException();
        return asked.get(0).getKey();
    }

    /** @param where who encodes, for problems @throws ProblemException if it can't be read, or ONNX Runtime does not run on this machine */
    static ImageEncoder open(String where, OwnEncoder source, Progress progress) {
        progress.check();
        return Alone.open(() -> open(where, source), progress);
    }

    private static ImageEncoder open(String where, OwnEncoder source) {
        Encoder.offline();
        Model model = null;
        try {
            ImageInput size = ImageInput.read(source.folder(), source.name());
            model = Model.newInstance(source.title(), source.engine().djl);
            source.load(model);
            return new ImageEncoder(where, source, size, model);
        } catch (ProblemException e) {
            close(model);
            throw e;
        } catch (LinkageError e) {
            close(model);
            throw new ProblemException(Problem.of("encoder.not-here", where, Encoder.said(e)), e);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            close(model);
            throw new ProblemException(Problem.of(Encoder.broken(source, "encoder.broken-images"), where, source.title(), Encoder.said(e)), e);
        }
    }

    private static void close(@Nullable Model model) {
        if (model != null) model.close();
    }

    /** Encodes on one thread. */
    final class Reader {
        private final Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null));

        private Reader() {
            made.add(predictor);
        }

        /** The vector of an image, of length 1. @throws ProblemException if the network can't read it, or says something that is no number */
        float[] vector(BufferedImage image) {
            try (NDManager pass = model.getNDManager().newSubManager()) {
                NDArray pixels = pass.create(size.of(image), new Shape(1, 3, size.height(), size.width()));
                if (!input.isEmpty()) pixels.setName(input);
                try (NDList out = predictor.predict(new NDList(pixels))) {
                    return Encoder.unit(pooled(TextForms.answer(out, engine)), where, name);
                }
            } catch (TranslateException | RuntimeException e) {
                if (e instanceof ProblemException problem) throw problem;
                throw new ProblemException(Problem.of("encoder.failed-image", where, name, Encoder.said(e)), e);
            }
        }
    }

    /** A reader for one thread, closed with the encoder. */
    Reader reader() {
        return new Reader();
    }

    private float[] pooled(NDArray out) {
        long[] shape = out.getShape().getShape();
        if (shape.length < 2 || shape.length > 4 || shape[0] != 1) throw Problem.of("encoder.image-outputs", where, name, out.getShape().toString()).asException();
        float[] values = out.toFloatArray();
        if (shape.length == 2) return values;
        if (shape.length == 3) {
            float[] vector = new float[Math.toIntExact(shape[2])];
            pooling.of(values, Math.toIntExact(shape[1]), vector);
            return vector;
        }
        float[] vector = new float[Math.toIntExact(shape[1])];
        int places = values.length / vector.length;
        for (int f = 0; f < vector.length; f++) vector[f] = (float) mean(Arrays.copyOfRange(values, f * places, (f + 1) * places));
        return vector;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) sum += v;
        return sum / values.length;
    }

    @Override public void close() {
        made.forEach(Predictor::close);
        model.close();
    }
}
