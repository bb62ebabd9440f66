/** The demo tenant, made from whatever maps the simulator serves. */
@NullMarked
package dev.precinct.local.demo;

import org.jspecify.annotations.NullMarked;
