/** The background process that keeps everything running. */
@NullMarked
package dev.precinct.local.supervisor;

import org.jspecify.annotations.NullMarked;
