/** Follows the cluster's Tenants by list and watch. */
@NullMarked
package dev.precinct.gateway.tenants.kubernetes;

import org.jspecify.annotations.NullMarked;
