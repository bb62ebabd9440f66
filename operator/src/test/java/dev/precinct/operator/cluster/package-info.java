/** Tests of what is asked of the Kubernetes API. */
@NullMarked
package dev.precinct.operator.cluster;

import org.jspecify.annotations.NullMarked;
