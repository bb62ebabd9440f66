/** Who sends a request: password, Basic, or session. */
@NullMarked
package dev.precinct.gateway.authentication;

import org.jspecify.annotations.NullMarked;
