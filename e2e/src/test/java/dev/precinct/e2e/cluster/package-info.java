/** The chart, installed on a real node from the bundle: what it serves, whom it keeps apart, what it survives. */
@NullMarked
package dev.precinct.e2e.cluster;

import org.jspecify.annotations.NullMarked;
