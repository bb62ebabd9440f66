/** A node for one machine: a process for each replica of a Deployment. */
@NullMarked
package dev.precinct.local.node;

import org.jspecify.annotations.NullMarked;
