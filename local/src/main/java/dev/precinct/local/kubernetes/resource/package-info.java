/** What the verbs do to objects, from the request's body to the stored object. */
@NullMarked
package dev.precinct.local.kubernetes.resource;

import org.jspecify.annotations.NullMarked;
