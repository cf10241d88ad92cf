package shelfwise.pipeline;

import java.util.Optional;
import shelfwise.base.Problem;

/**
 * A file among a project's own operators.
 *
 * @param name    of the file, and so of the operator
 * @param own     empty if it can't be read
 * @param problem why it can't be read
 */
public record OwnFile(String name, Optional<OwnOperator> own, Optional<Problem> problem) { }
