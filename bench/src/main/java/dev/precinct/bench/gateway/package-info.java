/** A gateway to measure: real server, real Redis, one tenant, and nginx in the place of its runtime. */
@NullMarked
package dev.precinct.bench.gateway;

import org.jspecify.annotations.NullMarked;
