/** The patch formats beside server-side apply. */
@NullMarked
package dev.precinct.local.kubernetes.patch;

import org.jspecify.annotations.NullMarked;
