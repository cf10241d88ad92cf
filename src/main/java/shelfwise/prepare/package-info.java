/**
 * Turns tables into cleaner tables, interactions and catalogues: filters, joins, weights, time windows, k-core; {@code split} parts
 * interactions for honest evaluation. Operators keep no state; every random draw comes from a seed among the settings.
 * <p>Not here: reading files (ingest), SQL (store), statistics to look at (profile). May import base, data, pipeline.
 */
@NullMarked
package shelfwise.prepare;

import org.jspecify.annotations.NullMarked;
