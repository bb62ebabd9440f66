/** Tests of the words of a pass. */
@NullMarked
package dev.precinct.operator.tenant.model;

import org.jspecify.annotations.NullMarked;
