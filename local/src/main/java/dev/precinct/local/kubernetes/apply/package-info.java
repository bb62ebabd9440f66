/** Server-side apply: who owns which field, what a merge takes over and what it removes. */
@NullMarked
package dev.precinct.local.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
