/** Which spec counts: the one that was asked for, or the last one that was valid. Pure. */
@NullMarked
package dev.precinct.operator.tenant.validate;

import org.jspecify.annotations.NullMarked;
