/**
 * Pipelines as pictures, drawn without a window: SVG and PNG from one painter.
 *
 * <p>May import base, data, pipeline. Not here: where boxes and links stand (pipeline.layout).
 */
@NullMarked
package shelfwise.export.picture;

import org.jspecify.annotations.NullMarked;
