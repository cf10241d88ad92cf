/**
 * Where the parts of a pipeline stand: boxes, ports, links as curves. The window and the pictures that need no window draw from the same
 * numbers, in pixels at zoom 1.
 *
 * <p>May import base, data, pipeline. Not here: colours and fonts of a theme.
 */
@NullMarked
package shelfwise.pipeline.layout;

import org.jspecify.annotations.NullMarked;
