/** Conditions and phase, computed afresh from facts each time. Pure; the clock is a parameter. */
@NullMarked
package dev.precinct.operator.tenant.status;

import org.jspecify.annotations.NullMarked;
