/** What wakes a pass: informers on what the operator made, its own Secrets, and watches on things outside Kubernetes. */
@NullMarked
package dev.precinct.operator.tenant.triggers;

import org.jspecify.annotations.NullMarked;
