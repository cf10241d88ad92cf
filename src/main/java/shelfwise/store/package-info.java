/**
 * The project folder and its H2 store: schema and migrations, assets and their versions, runs, artefacts kept by content, settings; the
 * one columnar reader and writer. Imports base and data; H2 and {@code java.sql} are used here alone.
 */
@NullMarked
package shelfwise.store;

import org.jspecify.annotations.NullMarked;
