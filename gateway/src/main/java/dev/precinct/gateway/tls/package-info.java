/** The gateway's own certificate: read from files, watched, and put in place of the one before without a restart. */
@NullMarked
package dev.precinct.gateway.tls;

import org.jspecify.annotations.NullMarked;
