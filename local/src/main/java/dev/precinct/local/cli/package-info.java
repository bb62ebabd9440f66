/** The commands that people type. */
@NullMarked
package dev.precinct.local.cli;

import org.jspecify.annotations.NullMarked;
