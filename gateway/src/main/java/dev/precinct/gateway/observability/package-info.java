/** Access log, audit lines, metrics and health. */
@NullMarked
package dev.precinct.gateway.observability;

import org.jspecify.annotations.NullMarked;
