/** What the configuration service says about maps beyond the tree itself. */
@NullMarked
package dev.precinct.simulator.maps;

import org.jspecify.annotations.NullMarked;
