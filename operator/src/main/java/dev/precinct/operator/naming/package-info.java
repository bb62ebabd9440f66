/** Every name, label and path that is made from a tenant. */
@NullMarked
package dev.precinct.operator.naming;

import org.jspecify.annotations.NullMarked;
