/**
 * One service a use (import, quality, pipelines, runs, lists, similarity, snapshots), the list of operators, and their wiring by
 * constructors. Window and command line stand on these alone. May import every room but cli and ui.
 */
@NullMarked
package shelfwise.app;

import org.jspecify.annotations.NullMarked;
