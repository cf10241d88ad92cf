/**
 * What places are built of: icons, colours of data, numbers as people read them, empty and error states, charts, the heat map, tables
 * that page, the command palette. Knows no place, no service and no project; imports base, data and pipeline alone.
 */
@NullMarked
package shelfwise.ui.kit;

import org.jspecify.annotations.NullMarked;
