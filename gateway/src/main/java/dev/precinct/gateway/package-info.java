/** The platform's only entrance: the composition root. */
@NullMarked
package dev.precinct.gateway;

import org.jspecify.annotations.NullMarked;
