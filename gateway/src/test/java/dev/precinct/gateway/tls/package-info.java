/** Tests of the gateway's own certificate. */
@NullMarked
package dev.precinct.gateway.tls;

import org.jspecify.annotations.NullMarked;
