/** Reads the world for one pass. Never writes. */
@NullMarked
package dev.precinct.operator.tenant.observe;

import org.jspecify.annotations.NullMarked;
