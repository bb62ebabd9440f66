/** Segments, disclosures and the permission seed: who may see what of which place. */
@NullMarked
package dev.precinct.tenancy.permission;

import org.jspecify.annotations.NullMarked;
