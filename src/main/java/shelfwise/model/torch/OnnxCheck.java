package shelfwise.model.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.model.Alone;
import shelfwise.model.FactorScores;

/** Runs an exported {@link TowerGraph} with ONNX Runtime. */
final class OnnxCheck implements AutoCloseable {
    /** Users that are asked for. */
    private static final int SOME = 20;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;

    /** @param vector of the user @param scores of all items */
    record Answer(float[] vector, float[] scores) {
        /** Whether each number is as near as four bytes allow: 1e-4 of the largest one. */
        boolean near(Answer other) {
            return near(vector, other.vector) && near(scores, other.scores);
        }

        private static boolean near(float[] a, float[] b) {
            double largest = 1;
            for (float v : b) if (Float.isFinite(v)) largest = Math.max(largest, Math.abs(v));
            boolean near = a.length == b.length;
            for (int k = 0; near && k < a.length; k++) near = a[k] == b[k] || Math.abs(a[k] - b[k]) <= 1e-4 * largest;
            return near;
        }
    }

    private OnnxCheck(Model model) {
        this.model = model;
        predictor = model.newPredictor(new NoopTranslator(null));
    }

    /**
     * @param where whose file it is, for problems
     * @throws ProblemException if ONNX Runtime does not run on this machine or refuses the file
     */
    static OnnxCheck open(String where, byte[] file) {
        for (String property : new String[] {"ai.djl.offline", "ai.djl.onnx.disable_alternative"}) if (System.getProperty(property) == null) System.setProperty(property, "true");
        Model model = null;
        try {
            model = Model.newInstance(where, "OnnxRuntime");
            model.load(new ByteArrayInputStream(file), Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
            return new OnnxCheck(model);
        } catch (IOException | MalformedModelException | RuntimeException | LinkageError e) {
            if (model != null) model.close();
            throw new ProblemException(Problem.of("torch.onnx-unread", where, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * The file, run for some of the users that the model was trained on, and some without events of whom something is known.
     *
     * @param customers what is known of users; null for nothing
     * @throws ProblemException if it says something else than the model, can't be run on this machine or is refused
     */
    static byte[] checked(FactorScores model, Reader.Exported exported, @Nullable Customers customers, Progress progress) {
        Sequences sequences = Sequences.of(model.training());
        IntStream warm = IntStream.range(0, sequences.users()).filter(u -> sequences.count(u) > 0).limit(SOME);
        IntStream cold = IntStream.range(0, sequences.users()).filter(u -> sequences.count(u) == 0 && model.knows(u)).limit(SOME);
        try (OnnxCheck check = Alone.open(() -> open(model.name(), exported.file()), progress)) {
            for (int u : IntStream.concat(warm, cold).toArray()) {
                progress.check();
                float[] vector = new float[model.itemFactors().length()], scores = new float[model.items().size()];
                model.score(u, scores);
                if (!model.copyVector(u, vector)) continue;
                Answer answer = check.of(model.name(), sequences.of(u), customers == null ? new int[0] : customers.of(u), exported.length());
                if (!answer.near(new Answer(vector, scores))) throw Problem.of("torch.onnx-differs", model.name(), model.users().id(u)).asException();
            }
        }
        return exported.file();
    }

    /** What the file says of one history. @param customer what is known of the user; none for a file that asks for nothing @param length places that it takes */
    Answer of(String where, int[] history, int[] customer, int length) {
        int n = Math.min(history.length, length);
        long[] item = new long[length];
        float[] mask = new float[length];
        for (int k = 0; k < n; k++) item[length - n + k] = history[history.length - n + k];
        Arrays.fill(mask, length - n, length, 1);
        try (NDManager pass = model.getNDManager().newSubManager()) {
            NDArray items = pass.create(item, new Shape(1, length)), there = pass.create(mask, new Shape(1, length));
            items.setName(TowerGraph.HISTORY);
            there.setName(TowerGraph.MASK);
            var given = new NDList(items, there);
            if (customer.length > 0) {
                NDArray known = pass.create(Arrays.stream(customer).asLongStream().toArray(), new Shape(1, customer.length));
                known.setName(TowerGraph.CUSTOMER);
                given.add(known);
            }
            try (NDList out = predictor.predict(given)) {
                return new Answer(out.get(0).toFloatArray(), out.get(1).toFloatArray());
            }
        } catch (TranslateException | RuntimeException e) {
            throw new ProblemException(Problem.of("torch.onnx-unread", where, String.valueOf(e.getMessage())), e);
        }
    }

    @Override public void close() {
        predictor.close();
        model.close();
    }
}
