/** The shape of objects: which fields exist, which lists are keyed, what is filled in and what is dropped. */
@NullMarked
package dev.precinct.local.kubernetes.schema;

import org.jspecify.annotations.NullMarked;
