/** An installation that {@code ./precinct up} started, and how to talk to it as people do: commands and HTTP. */
@NullMarked
package dev.precinct.e2e.installation;

import org.jspecify.annotations.NullMarked;
