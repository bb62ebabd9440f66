/** Which fields of a device a user gets: keep, hide or pseudonymise, the same for every API. */
@NullMarked
package dev.precinct.runtime.access.disclosure;

import org.jspecify.annotations.NullMarked;
