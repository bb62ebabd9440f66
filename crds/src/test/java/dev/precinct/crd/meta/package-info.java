/** What several fields share. */
@NullMarked
package dev.precinct.crd.meta;

import org.jspecify.annotations.NullMarked;
