/**
 * Texts as vectors of sentence encoders (BERT and its like), which run on this machine and come with the program or from the analyst.
 * May import base, data, pipeline and model itself; DJL with its engines ONNX Runtime and PyTorch, and Hugging Face's tokenizers.
 *
 * <p>Arrays made of Java's numbers lend the engine their memory for as long as they are open. Here they are inputs of one pass, open until
 * it ended, and nothing is made of them but outputs with memory of their own; views are taken of none.
 *
 * <p>No class of DJL is loaded before the first text is encoded.
 */
@NullMarked
package shelfwise.model.encoder;

import org.jspecify.annotations.NullMarked;
