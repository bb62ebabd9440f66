/** The door: Helidon's server, the order of checks, and every answer that the gateway gives itself. */
@NullMarked
package dev.precinct.gateway.http;

import org.jspecify.annotations.NullMarked;
