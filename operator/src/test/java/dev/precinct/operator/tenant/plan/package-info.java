/** Tests of plans. */
@NullMarked
package dev.precinct.operator.tenant.plan;

import org.jspecify.annotations.NullMarked;
