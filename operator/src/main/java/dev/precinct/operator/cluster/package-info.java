/** What the operator needs of the Kubernetes API, in its own words, and the adapter that speaks to a real one. */
@NullMarked
package dev.precinct.operator.cluster;

import org.jspecify.annotations.NullMarked;
