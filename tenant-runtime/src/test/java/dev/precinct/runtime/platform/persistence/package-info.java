/** Connections for the tests of other rooms. */
@NullMarked
package dev.precinct.runtime.platform.persistence;

import org.jspecify.annotations.NullMarked;
