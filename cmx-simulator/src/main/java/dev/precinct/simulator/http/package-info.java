/** The served routes, authentication, and everything that knows HTTP. */
@NullMarked
package dev.precinct.simulator.http;

import org.jspecify.annotations.NullMarked;
