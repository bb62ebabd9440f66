/** The form of the records, and of the definition made from them. */
@NullMarked
package dev.precinct.crd.tenant.v1alpha1;

import org.jspecify.annotations.NullMarked;
