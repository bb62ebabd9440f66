/** One pass over one tenant: the order of the phases and nothing else. */
@NullMarked
package dev.precinct.operator.tenant;

import org.jspecify.annotations.NullMarked;
