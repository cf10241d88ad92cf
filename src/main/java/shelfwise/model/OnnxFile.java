package shelfwise.model;

import java.util.Optional;
import shelfwise.base.Progress;

/** A recommender that may be written as an ONNX file, with which other programs work out vectors and scores of any history. */
public interface OnnxFile extends Recommender {
    /**
     * The file, after it was run and said what the model says.
     *
     * @return empty where this network can't be written, or would be larger than such a file may be (2 GB)
     * @throws shelfwise.base.ProblemException if the file says something else than the model, or can't be run on this machine
     */
    Optional<byte[]> onnx(Progress progress);
}
