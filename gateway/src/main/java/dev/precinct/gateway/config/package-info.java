/** Settings of the process, read once from its environment. */
@NullMarked
package dev.precinct.gateway.config;

import org.jspecify.annotations.NullMarked;
