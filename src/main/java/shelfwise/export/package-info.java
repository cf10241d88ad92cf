/**
 * Snapshots: frozen lists with their evidence and provenance, and their faces as CSV, JSON and one HTML page.
 * May import base, data, store, pipeline, model, evaluate, inspect.
 */
@NullMarked
package shelfwise.export;

import org.jspecify.annotations.NullMarked;
