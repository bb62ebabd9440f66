/** RFC 9457 problem details, the error body of every native API. */
@NullMarked
package dev.precinct.tenancy.problem;

import org.jspecify.annotations.NullMarked;
