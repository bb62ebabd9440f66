/** Programs and processes of the operating system: found on the path, run for a result; started, adopted and ended by pid and start time. */
@NullMarked
package dev.precinct.local.process;

import org.jspecify.annotations.NullMarked;
