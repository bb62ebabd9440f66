/** Addresses: what names resolve to, and where a CMX may be. Depends on nothing. */
@NullMarked
package dev.precinct.operator.network;

import org.jspecify.annotations.NullMarked;
