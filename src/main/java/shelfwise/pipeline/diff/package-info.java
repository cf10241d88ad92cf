/**
 * What differs between two pipelines, node by node.
 *
 * <p>May import base, data, pipeline. Not here: what differs in their results.
 */
@NullMarked
package shelfwise.pipeline.diff;

import org.jspecify.annotations.NullMarked;
