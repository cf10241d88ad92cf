package shelfwise.model.encoder;

import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** How a text is handed to a network, and which of its answers is taken. */
final class TextForms {
    private static final String IDS = "input_ids", MASK = "attention_mask", TYPES = "token_type_ids";
    /** DJL makes one dictionary of all whose name begins alike up to a dot. */
    private static final String BOOK = "text.";
    /** What networks in TorchScript may ask for; such a file tells no names. */
    private static final List<List<String>> FORMS = List.of(List.of(IDS, MASK), List.of(IDS, MASK, TYPES), List.of(IDS), List.of(BOOK + IDS, BOOK + MASK), List.of(BOOK + IDS, BOOK + MASK, BOOK + TYPES));
    /** Of answers with names the first of these that is there. */
    private static final List<String> ANSWERS = List.of("sentence_embedding", "image_embeds", "last_hidden_state", "token_embeddings");

    private TextForms() { }

    /**
     * The first form that a network in TorchScript takes.
     *
     * @param words some text
     * @throws ProblemException if it takes none, with what it said of each
     */
    static List<String> asked(String where, EncoderSource source, Model model, Encoding words) {
        var said = new ArrayList<String>();
        for (List<String> form : FORMS) {
            Optional<String> refused = refused(model, form, words);
            if (refused.isEmpty()) return form;
            said.add(refused.get());
        }
        throw Problem.of("encoder.forms", where, source.title(), said.getFirst()).asException();
    }

    private static Optional<String> refused(Model model, List<String> form, Encoding words) {
        try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null)); NDManager pass = model.getNDManager().newSubManager()) {
            predictor.predict(input(form, words, pass)).close();
            return Optional.empty();
        } catch (TranslateException | RuntimeException e) {
            return Optional.of(Encoder.said(e));
        }
    }

    /** @param names what the network asks for, in its order */
    static NDList input(List<String> names, Encoding words, NDManager pass) {
        var all = new NDList(names.size());
        Shape shape = new Shape(1, words.getIds().length);
        for (String name : names) {
            long[] values = switch (name.substring(name.startsWith(BOOK) ? BOOK.length() : 0)) {
                case IDS -> words.getIds();
                case MASK -> words.getAttentionMask();
                case TYPES -> words.getTypeIds();
                default -> throw new IllegalStateException(name); // checked when it was opened
            };
            NDArray array = pass.create(values, shape);
            array.setName(name);
            all.add(array);
        }
        return all;
    }

    /** The vectors among the answers of a network: the first; of a dictionary of TorchScript, which has no order, those of a usual name. */
    static NDArray answer(NDList out, EncoderSource.Engine engine) {
        if (engine == EncoderSource.Engine.ONNX) return out.get(0);
        for (String name : ANSWERS) {
            for (NDArray one : out) if (name.equals(one.getName())) return one;
        }
        return out.get(0);
    }
}
