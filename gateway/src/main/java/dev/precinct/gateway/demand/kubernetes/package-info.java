/** Marks demand by Leases. */
@NullMarked
package dev.precinct.gateway.demand.kubernetes;

import org.jspecify.annotations.NullMarked;
