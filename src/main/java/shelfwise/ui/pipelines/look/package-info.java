/**
 * Looking at what the steps of the pipeline shown made: the card of a link, pinned previews, a step's own view. May import app, the records
 * of the rooms below, and ui with its kit, its profiles and its choices. Knows of the canvas only what {@link shelfwise.ui.pipelines.look.Shown} says.
 */
@NullMarked
package shelfwise.ui.pipelines.look;

import org.jspecify.annotations.NullMarked;
