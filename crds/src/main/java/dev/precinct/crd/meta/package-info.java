/** Words that every consumer of the API shares: label and annotation keys, finalizer, condition types. */
@NullMarked
package dev.precinct.crd.meta;

import org.jspecify.annotations.NullMarked;
