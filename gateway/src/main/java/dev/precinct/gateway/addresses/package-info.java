/** Where runtimes listen in a cluster, by the endpoints of their Services. */
@NullMarked
package dev.precinct.gateway.addresses;

import org.jspecify.annotations.NullMarked;
