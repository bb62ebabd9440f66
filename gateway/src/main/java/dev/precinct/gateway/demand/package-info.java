/** Tells the operator which tenants are used, so that none that is used sleeps. */
@NullMarked
package dev.precinct.gateway.demand;

import org.jspecify.annotations.NullMarked;
