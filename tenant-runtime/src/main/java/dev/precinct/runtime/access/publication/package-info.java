/** Publishes principals to the gateways: in order of revisions, each once, again after a crash. */
@NullMarked
package dev.precinct.runtime.access.publication;

import org.jspecify.annotations.NullMarked;
