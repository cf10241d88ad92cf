package shelfwise.model.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;
import shelfwise.base.Progress;
import shelfwise.model.Alone;

/**
 * A sentence encoder ready for work. Each text goes through the network by itself: encoders with weights of eight bits scale the numbers of
 * all texts of a pass together, so that neighbours in a batch, and what fills them up to one length, would change a text's vector. So there
 * is nothing to fill up, and a text has the same vector in every run, whatever else is encoded and by how many threads.
 */
final class Encoder implements AutoCloseable {
    private static final List<String> KNOWN = List.of("input_ids", "attention_mask", "token_type_ids");

    private final String where;
    private final EncoderSource source;
    private final HuggingFaceTokenizer tokenizer;
    private final Model model;
    private final List<String> inputs;
    private final Queue<Predictor<NDList, NDList>> made = new ConcurrentLinkedQueue<>();

    private Encoder(String where, EncoderSource source, HuggingFaceTokenizer tokenizer, Model model, List<String> inputs) {
        this.where = where;
        this.source = source;
        this.tokenizer = tokenizer;
        this.model = model;
        this.inputs = inputs;
    }

    /**
     * Reads the encoder, which takes up to some seconds.
     *
     * @param where    who encodes, for problems
     * @param tokens   of a text that are read, at most; what follows is left out
     * @param progress looked at meanwhile for a cancel
     * @throws ProblemException if it can't be read, or ONNX Runtime, PyTorch or the tokenizers do not run on this machine
     */
    static Encoder open(String where, EncoderSource source, int tokens, Progress progress) {
        progress.check();
        return Alone.open(() -> open(where, source, tokens), progress);
    }

    private static Encoder open(String where, EncoderSource source, int tokens) {
        offline();
        HuggingFaceTokenizer tokenizer = null;
        Model model = null;
        try (InputStream words = source.tokenizer()) {
            tokenizer = HuggingFaceTokenizer.newInstance(words, Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(tokens)));
            model = Model.newInstance(source.title(), source.engine().djl);
            source.load(model);
            return new Encoder(where, source, tokenizer, model, inputs(where, source, model, tokenizer));
        } catch (ProblemException e) {
            close(tokenizer, model);
            throw e;
        } catch (LinkageError e) {
            close(tokenizer, model);
            throw new ProblemException(Problem.of("encoder.not-here", where, said(e)), e);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            close(tokenizer, model);
            throw new ProblemException(Problem.of(broken(source, "encoder.broken"), where, source.title(), said(e)), e);
        }
    }

    /** What DJL is told before it opens anything. */
    static void offline() {
        standard("ai.djl.offline"); // all it needs comes with the program
        standard("ai.djl.onnx.disable_alternative"); // else PyTorch is started as well, for reckoning that is not asked for
    }

    private static void standard(String property) {
        if (System.getProperty(property) == null) System.setProperty(property, "true");
    }

    private static void close(@Nullable HuggingFaceTokenizer tokenizer, @Nullable Model model) {
        if (tokenizer != null) tokenizer.close();
        if (model != null) model.close();
    }

    /** Which problem it is that a network can't be read. */
    static String broken(EncoderSource source, String otherwise) {
        return source.engine() == EncoderSource.Engine.TORCHSCRIPT ? "encoder.broken-torchscript" : otherwise;
    }

    /** What the network asks for, in its order. */
    private static List<String> inputs(String where, EncoderSource source, Model model, HuggingFaceTokenizer tokenizer) {
        if (source.engine() == EncoderSource.Engine.TORCHSCRIPT) return TextForms.asked(where, source, model, tokenizer.encode("a"));
        List<String> asked = model.describeInput().keys();
        if (!asked.contains("input_ids") || !KNOWN.containsAll(asked)) throw Problem.of("encoder.inputs", where, source.title(), asked).asException();
        return List.copyOf(asked);
    }

    static String said(Throwable e) {
        Throwable first = e;
        while (first.getCause() != null) first = first.getCause();
        return String.valueOf(first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage()).lines().findFirst().orElse("");
    }

    /** Encodes on one thread. */
    final class Reader {
        private final Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null));

        private Reader() {
            made.add(predictor);
        }

        /** The vector of a text, of length 1. @throws ProblemException if the network can't read it, or says something that is no number */
        float[] vector(String text) {
            Encoding words = tokens(text);
            try (NDManager pass = model.getNDManager().newSubManager(); NDList out = predictor.predict(TextForms.input(inputs, words, pass))) {
                return unit(pooled(TextForms.answer(out, source.engine()), words.getIds().length), where, source.title());
            } catch (TranslateException | RuntimeException e) {
                if (e instanceof ProblemException problem) throw problem;
                throw new ProblemException(Problem.of("encoder.failed", where, source.title(), said(e)), e);
            }
        }
    }

    /** A reader for one thread, closed with the encoder. */
    Reader reader() {
        return new Reader();
    }

    private Encoding tokens(String text) {
        return tokenizer.encode(source.lowerCase() ? text.toLowerCase(Locale.ROOT) : text);
    }

    /** The words as the network knows them: those of the text between the marks of its beginning and end. */
    String[] words(String text) {
        return tokens(text).getTokens();
    }

    /** Of a vector for each word, or of one for the text already. */
    private float[] pooled(NDArray out, int words) {
        long[] shape = out.getShape().getShape();
        boolean each = shape.length == 3 && shape[0] == 1 && shape[1] == words;
        if (!each && !(shape.length == 2 && shape[0] == 1)) throw Problem.of("encoder.outputs", where, source.title(), out.getShape().toString()).asException();
        float[] values = out.toFloatArray(), vector = new float[Math.toIntExact(shape[shape.length - 1])];
        if (each) source.pooling().of(values, words, vector);
        else System.arraycopy(values, 0, vector, 0, vector.length);
        return vector;
    }

    /** Makes a vector's length 1. @throws ProblemException if it is all zeros or holds something that is no number */
    static float[] unit(float[] vector, String where, String encoder) {
        double squares = 0;
        for (float v : vector) squares += (double) v * v;
        if (!(squares > 0) || !Double.isFinite(squares)) throw Problem.of("encoder.no-number", where, encoder).asException();
        double length = Math.sqrt(squares);
        for (int f = 0; f < vector.length; f++) vector[f] = (float) (vector[f] / length);
        return vector;
    }

    @Override public void close() {
        made.forEach(Predictor::close);
        close(tokenizer, model);
    }
}
