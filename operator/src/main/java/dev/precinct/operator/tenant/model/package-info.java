/** The words that the phases of a pass exchange. Pure. */
@NullMarked
package dev.precinct.operator.tenant.model;

import org.jspecify.annotations.NullMarked;
