package shelfwise.ui.pipelines.canvas;

import shelfwise.ui.kit.Icons;

/**
 * How a node is shown on its box.
 *
 * @param name      what the canvas calls it
 * @param operator  the operator's name
 * @param group     the first word of the operator's id, which has a colour
 * @param icon      of the group
 * @param state     how it stands, in words
 * @param word      how it stands, as the style sheet calls it: "failed"
 * @param stateIcon drawn before the words
 * @param severity  style class of that icon
 * @param progress  share done, 0 to 1; negative while it does not run
 */
public record NodeLook(String name, String operator, String group, Icons icon, String state, String word, Icons stateIcon, String severity, double progress) { }
