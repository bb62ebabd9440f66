/** Which spec counts: the one that was asked for, or the last one that was valid. Pure, but for looking up a name. */
@NullMarked
package dev.precinct.operator.tenant.validate;

import org.jspecify.annotations.NullMarked;
