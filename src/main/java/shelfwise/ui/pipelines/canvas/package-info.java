/**
 * The canvas on which pipelines are drawn and edited by hand: what is seen of it, boxes, ports, links, notes and frames, and what mouse and
 * keyboard do to them. It changes nothing itself: each edit is handed to {@link shelfwise.ui.pipelines.canvas.CanvasEdits}.
 *
 * <p>May import the records of base and pipeline, and ui with its kit. Not here: how nodes stand (they are told as
 * {@link shelfwise.ui.pipelines.canvas.NodeLook}), settings, runs.
 */
@NullMarked
package shelfwise.ui.pipelines.canvas;

import org.jspecify.annotations.NullMarked;
