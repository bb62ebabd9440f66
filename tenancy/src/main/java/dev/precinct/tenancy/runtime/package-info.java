/** What the operator and the gateway know of a running runtime: where it listens and what it reports. */
@NullMarked
package dev.precinct.tenancy.runtime;

import org.jspecify.annotations.NullMarked;
