/** The contract of tenants' caches. */
@NullMarked
package dev.precinct.operator.cache;

import org.jspecify.annotations.NullMarked;
