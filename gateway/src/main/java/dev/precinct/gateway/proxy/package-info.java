/** Hands a request that was let in to the tenant's runtime and its answer back. */
@NullMarked
package dev.precinct.gateway.proxy;

import org.jspecify.annotations.NullMarked;
