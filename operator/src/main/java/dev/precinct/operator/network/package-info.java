/** Addresses behind host names. */
@NullMarked
package dev.precinct.operator.network;

import org.jspecify.annotations.NullMarked;
