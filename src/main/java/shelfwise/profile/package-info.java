/**
 * Statistics of a table, column by column and of its interactions; alerts, each with a definition of its rows and the step that
 * mends it; a score that explains itself; the JSON a profile is kept in.
 *
 * <p>Not here: reading files (ingest), changing data (prepare: fixes are named by operator id only), keeping profiles (store, app).
 * <p>May import base, data, store, pipeline. Imported by app, and its records by cli and ui. JSON library in ProfileJson alone.
 */
@NullMarked
package shelfwise.profile;

import org.jspecify.annotations.NullMarked;
