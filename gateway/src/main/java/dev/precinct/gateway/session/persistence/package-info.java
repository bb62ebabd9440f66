/** Sessions in Redis, shared by all gateways. */
@NullMarked
package dev.precinct.gateway.session.persistence;

import org.jspecify.annotations.NullMarked;
