/** The operator as a process: the composition root and nothing else. */
@NullMarked
package dev.precinct.operator;

import org.jspecify.annotations.NullMarked;
