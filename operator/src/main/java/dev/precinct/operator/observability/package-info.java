/** Health, metrics and events of the operator: for those who run it, and for owners of tenants. */
@NullMarked
package dev.precinct.operator.observability;

import org.jspecify.annotations.NullMarked;
