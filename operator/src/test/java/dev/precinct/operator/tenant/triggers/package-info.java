/** Tests of what wakes a pass. */
@NullMarked
package dev.precinct.operator.tenant.triggers;

import org.jspecify.annotations.NullMarked;
