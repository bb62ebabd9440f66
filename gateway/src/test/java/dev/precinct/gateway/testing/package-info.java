/** What the gateway's tests stand on: real servers, small fakes, a client that sends raw bytes. */
@NullMarked
package dev.precinct.gateway.testing;

import org.jspecify.annotations.NullMarked;
