/** Tests of what is looked at. */
@NullMarked
package dev.precinct.operator.tenant.observe;

import org.jspecify.annotations.NullMarked;
