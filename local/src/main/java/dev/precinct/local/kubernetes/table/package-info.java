/** Objects as a table of a few columns: what {@code kubectl get} prints. */
@NullMarked
package dev.precinct.local.kubernetes.table;

import org.jspecify.annotations.NullMarked;
