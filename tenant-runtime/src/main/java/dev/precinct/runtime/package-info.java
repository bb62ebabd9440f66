/** Where the runtime of one tenant starts. */
@NullMarked
package dev.precinct.runtime;

import org.jspecify.annotations.NullMarked;
