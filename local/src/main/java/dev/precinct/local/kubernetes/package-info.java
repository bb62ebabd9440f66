/** The embedded Kubernetes API of local mode: one process-internal server that the operator cannot tell from a cluster's. */
@NullMarked
package dev.precinct.local.kubernetes;

import org.jspecify.annotations.NullMarked;
