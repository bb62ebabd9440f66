/** Which tenant a host name belongs to. */
@NullMarked
package dev.precinct.gateway.tenants;

import org.jspecify.annotations.NullMarked;
