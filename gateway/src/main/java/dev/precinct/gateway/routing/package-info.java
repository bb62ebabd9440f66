/** The route table: which path needs which action and goes where. Pure. */
@NullMarked
package dev.precinct.gateway.routing;

import org.jspecify.annotations.NullMarked;
