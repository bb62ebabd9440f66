/** One request and its answer, as every part of the gateway sees them; and the answers that are refusals. */
@NullMarked
package dev.precinct.gateway.exchange;

import org.jspecify.annotations.NullMarked;
