/** Redis as the caches of tenants: the only room that sees its client. */
@NullMarked
package dev.precinct.operator.cache.persistence;

import org.jspecify.annotations.NullMarked;
