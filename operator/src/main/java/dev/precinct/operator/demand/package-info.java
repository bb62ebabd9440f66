/** What the operator knows of tenants' use: what gateways said, and when it heard of it. */
@NullMarked
package dev.precinct.operator.demand;

import org.jspecify.annotations.NullMarked;
