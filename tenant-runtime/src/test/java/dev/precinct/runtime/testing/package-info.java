/** Real servers and a small stand-in for CMX, for the tests of all rooms. */
@NullMarked
package dev.precinct.runtime.testing;

import org.jspecify.annotations.NullMarked;
