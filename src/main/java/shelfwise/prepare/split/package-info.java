/** Parts interactions into what models are fitted on, what settings are chosen by and what models are judged by. */
@NullMarked
package shelfwise.prepare.split;

import org.jspecify.annotations.NullMarked;
