/** Tests of names. */
@NullMarked
package dev.precinct.operator.naming;

import org.jspecify.annotations.NullMarked;
