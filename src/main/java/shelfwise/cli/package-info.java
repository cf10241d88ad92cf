/**
 * The command line: arguments in; text or JSON and an exit code out (0 worked, 1 the work failed, 2 wrong call). Results go to the
 * standard output, progress and problems to the standard error. It stands on the same services as the window, which it does not know:
 * who starts the program hands in how a window is opened. May import app and the records of the rooms below it.
 */
@NullMarked
package shelfwise.cli;

import org.jspecify.annotations.NullMarked;
