/** What the program can be told at its start. */
@NullMarked
package dev.precinct.simulator.settings;

import org.jspecify.annotations.NullMarked;
