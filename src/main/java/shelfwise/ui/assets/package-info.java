/** The tables that were brought in: a catalogue of them, their rows, roles, versions and rejected rows, and the import of files. */
@NullMarked
package shelfwise.ui.assets;

import org.jspecify.annotations.NullMarked;
