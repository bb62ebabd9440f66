/** The health port: alive, ready, report, metrics. */
@NullMarked
package dev.precinct.runtime.platform.health;

import org.jspecify.annotations.NullMarked;
