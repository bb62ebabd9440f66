/** What the gateway must know of a user: the replica that a runtime publishes, and the password verifier. */
@NullMarked
package dev.precinct.tenancy.principal;

import org.jspecify.annotations.NullMarked;
