/** The committed schemas and how they are cut out of a server's documents. */
@NullMarked
package dev.precinct.local.kubernetes.schema;

import org.jspecify.annotations.NullMarked;
