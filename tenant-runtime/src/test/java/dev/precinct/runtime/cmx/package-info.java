/** Every failure of CMX is told apart. */
@NullMarked
package dev.precinct.runtime.cmx;

import org.jspecify.annotations.NullMarked;
