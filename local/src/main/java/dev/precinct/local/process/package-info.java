/** Operating system processes by pid and start time: start, adopt, end. */
@NullMarked
package dev.precinct.local.process;

import org.jspecify.annotations.NullMarked;
