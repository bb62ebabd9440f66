/** Objects, their order of change, and the log on disk that makes a change true. */
@NullMarked
package dev.precinct.local.kubernetes.store;

import org.jspecify.annotations.NullMarked;
