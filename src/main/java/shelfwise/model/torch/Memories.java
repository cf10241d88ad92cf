package shelfwise.model.torch;

import ai.djl.engine.EngineException;
import shelfwise.base.Problem;
import shelfwise.base.ProblemException;

/** Tells a lack of memory, of the processor's or of a graphics card's, from other failures of PyTorch. */
final class Memories {
    private Memories() { }

    /** What to throw in place of a failure. */
    static RuntimeException problem(String where, EngineException e) {
        String said = String.valueOf(e.getMessage());
        boolean memory = said.contains("out of memory") || said.contains("can't allocate memory") || said.contains("not enough memory");
        return memory ? new ProblemException(Problem.of("torch.memory", where), e) : e;
    }
}
