package shelfwise.pipeline.expression;

import shelfwise.base.Checks;

/** Carries a mistake out of the parser and the typing; it does not leave this package. */
final class MistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Mistake mistake;

    MistakeException(Mistake mistake) {
        super(Checks.notBlank("key", mistake.problem().key()), null, false, false);
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }
}
