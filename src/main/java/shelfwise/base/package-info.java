/** What every room stands on: checks, problems (what, where, cure), hashes, progress, jobs, messages. Imports the JDK alone. */
@NullMarked
package shelfwise.base;

import org.jspecify.annotations.NullMarked;
