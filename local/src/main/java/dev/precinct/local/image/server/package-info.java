/** Images of PostgreSQL and Redis from the programs that {@code ./precinct up} runs, for sites and tests without a registry. */
@NullMarked
package dev.precinct.local.image.server;

import org.jspecify.annotations.NullMarked;
