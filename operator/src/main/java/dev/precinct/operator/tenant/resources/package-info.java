/** One builder for each kind of Kubernetes object. Pure: no client, no clock, no context. */
@NullMarked
package dev.precinct.operator.tenant.resources;

import org.jspecify.annotations.NullMarked;
