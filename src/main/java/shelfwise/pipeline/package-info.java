/**
 * Operators, ports, settings, the graph of a pipeline and its JSON, the engine and its cache by content.
 * May import base, data, store. Imported by every stage and by app. Knows no kind of operator and no window.
 */
@NullMarked
package shelfwise.pipeline;

import org.jspecify.annotations.NullMarked;
