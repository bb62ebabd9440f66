/** Tests of what runtimes are asked. */
@NullMarked
package dev.precinct.operator.runtimes;

import org.jspecify.annotations.NullMarked;
