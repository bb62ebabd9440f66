/** Tests of the operator as a whole. */
@NullMarked
package dev.precinct.operator;

import org.jspecify.annotations.NullMarked;
