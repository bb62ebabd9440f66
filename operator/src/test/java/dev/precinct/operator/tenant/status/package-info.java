/** Tests of conditions, phase and news. */
@NullMarked
package dev.precinct.operator.tenant.status;

import org.jspecify.annotations.NullMarked;
