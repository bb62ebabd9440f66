/** Tests of which spec counts. */
@NullMarked
package dev.precinct.operator.tenant.validate;

import org.jspecify.annotations.NullMarked;
