/** What was released stays valid. */
@NullMarked
package dev.precinct.crd.compatibility;

import org.jspecify.annotations.NullMarked;
