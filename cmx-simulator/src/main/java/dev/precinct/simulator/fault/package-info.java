/** Faults on demand. */
@NullMarked
package dev.precinct.simulator.fault;

import org.jspecify.annotations.NullMarked;
