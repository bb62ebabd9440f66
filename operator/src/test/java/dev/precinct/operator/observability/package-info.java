/** Tests of health and metrics. */
@NullMarked
package dev.precinct.operator.observability;

import org.jspecify.annotations.NullMarked;
