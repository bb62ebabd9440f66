/** What the operator needs of Redis: one user of a tenant, and its keys gone when it is deleted. */
@NullMarked
package dev.precinct.operator.cache;

import org.jspecify.annotations.NullMarked;
