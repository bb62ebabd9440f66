/** A program that behaves like a CMX appliance: for everyone who develops against one. */
@NullMarked
package dev.precinct.simulator;

import org.jspecify.annotations.NullMarked;
