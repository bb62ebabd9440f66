/** What the tenant's administrator may do with users. */
@NullMarked
package dev.precinct.runtime.access.administration;

import org.jspecify.annotations.NullMarked;
