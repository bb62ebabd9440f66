/** Names that every unit derives from a tenant's identity. */
@NullMarked
package dev.precinct.tenancy;

import org.jspecify.annotations.NullMarked;
