/** The architecture of the whole repository, as tests. */
@NullMarked
package dev.precinct.e2e.architecture;

import org.jspecify.annotations.NullMarked;
