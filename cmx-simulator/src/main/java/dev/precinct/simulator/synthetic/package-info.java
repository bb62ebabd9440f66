/** The made-up campus: its plan, its daily rhythm and how devices walk through it, all as functions of seed and time. */
@NullMarked
package dev.precinct.simulator.synthetic;

import org.jspecify.annotations.NullMarked;
