/** The embedded PostgreSQL and Redis: real servers under the home folder. */
@NullMarked
package dev.precinct.local.servers;

import org.jspecify.annotations.NullMarked;
