/** From spec and observation to what has to be done. Pure: no client, no clock. */
@NullMarked
package dev.precinct.operator.tenant.plan;

import org.jspecify.annotations.NullMarked;
