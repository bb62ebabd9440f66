/** Redis against the contract. */
@NullMarked
package dev.precinct.operator.cache.persistence;

import org.jspecify.annotations.NullMarked;
