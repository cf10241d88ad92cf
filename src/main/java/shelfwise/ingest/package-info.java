/**
 * Files into asset versions: what a file is (encoding, delimiter, header, types, roles) is detected and can be overridden; rows stream
 * as column chunks, and a row that cannot be read is kept with its line and reason.
 * Not here: where versions are kept (store), statistics (profile). May import base, data, store, pipeline. Imported by app, cli, ui.
 */
@NullMarked
package shelfwise.ingest;

import org.jspecify.annotations.NullMarked;
