/** Tests of whole passes. */
@NullMarked
package dev.precinct.operator.tenant;

import org.jspecify.annotations.NullMarked;
