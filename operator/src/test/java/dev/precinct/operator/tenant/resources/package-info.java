/** Tests of desired objects. */
@NullMarked
package dev.precinct.operator.tenant.resources;

import org.jspecify.annotations.NullMarked;
