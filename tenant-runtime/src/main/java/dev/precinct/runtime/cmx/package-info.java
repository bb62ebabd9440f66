/** The one client of the tenant's CMX appliance, and how its failures are told apart. */
@NullMarked
package dev.precinct.runtime.cmx;

import org.jspecify.annotations.NullMarked;
