/**
 * The place where pipelines are seen, set and run: the graph with the state of each node, the settings of the chosen one, what it made.
 * May import app, the records of base, data and pipeline, and ui with its kit. Imported by the list of places alone. Not here: the graph,
 * edits and checks of settings (pipeline), which know no window.
 */
@NullMarked
package shelfwise.ui.pipelines;

import org.jspecify.annotations.NullMarked;
