/** Tests of the command line. */
@NullMarked
package dev.precinct.local.cli;

import org.jspecify.annotations.NullMarked;
