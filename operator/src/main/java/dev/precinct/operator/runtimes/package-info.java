/** What a tenant's runtime says of itself, and its adapter over HTTP. */
@NullMarked
package dev.precinct.operator.runtimes;

import org.jspecify.annotations.NullMarked;
