/** Does what the plan says: the only room that writes, step by step, each safe to repeat. */
@NullMarked
package dev.precinct.operator.tenant.steps;

import org.jspecify.annotations.NullMarked;
