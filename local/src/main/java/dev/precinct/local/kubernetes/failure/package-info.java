/** Answers that are not successes, in the form of Kubernetes' Status. */
@NullMarked
package dev.precinct.local.kubernetes.failure;

import org.jspecify.annotations.NullMarked;
